import { ApiError } from "../api/errors";

/** Messages of a refused request by form field, for Mantine's `form.setErrors`. Empty for other errors. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    Object.entries(error.fields).map(([field, messages]) => [field, messages.join(" ")]),
  );
}
