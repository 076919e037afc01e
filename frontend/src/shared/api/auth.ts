import { csrfToken } from "./csrf";
import { ApiError } from "./errors";

/** Signing in and out goes through django-allauth's headless API, which has its own shape of errors. */

interface AllauthBody {
  errors?: { message: string; code: string; param?: string }[];
}

async function call(method: "POST" | "DELETE", path: string, body?: object, accepted: number[] = []) {
  const response = await globalThis
    .fetch(`/_allauth/browser/v1${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "Accept-Language": document.documentElement.lang,
        "X-CSRFToken": await csrfToken(),
      },
      body: body && JSON.stringify(body),
    })
    .catch(() => {
      throw new ApiError({ status: 0, code: "offline" });
    });
  if (response.ok || accepted.includes(response.status)) return;
  const answer = (await response.json().catch(() => ({}))) as AllauthBody;
  const errors: Record<string, string[]> = {};
  for (const error of answer.errors ?? []) {
    const field = error.param ?? "";
    errors[field] = [...(errors[field] ?? []), error.message];
  }
  const first = answer.errors?.[0];
  throw new ApiError({
    status: response.status,
    code: first?.code ?? `http_${response.status}`,
    detail: first?.message,
    errors,
  });
}

export const signIn = (credentials: { email: string; password: string }) =>
  call("POST", "/auth/login", credentials);

// Allauth answers 401 to say "signed out".
export const signOut = () => call("DELETE", "/auth/session", undefined, [401]);

export const requestPasswordReset = (email: string) => call("POST", "/auth/password/request", { email });

// 401 here means: the password is set, now sign in.
export const resetPassword = (body: { key: string; password: string }) =>
  call("POST", "/auth/password/reset", body, [401]);

export const changePassword = (body: { current_password: string; new_password: string }) =>
  call("POST", "/account/password/change", body);
