/** What a line of history keeps beside its verb. Old lines stay as they were written: nothing is taken for granted. */
export type Data = Record<string, unknown> | null | undefined;

export function textOf(data: Data, name: string): string {
  const value = data?.[name];
  return typeof value === "string" ? value : "";
}

export function numberOf(data: Data, name: string): number | null {
  const value = data?.[name];
  return typeof value === "number" ? value : null;
}

/** Texts of a list, or the names of what is in a record. */
export function listOf(data: Data, name: string): string[] {
  const value = data?.[name];
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  return Object.keys(recordOf(data, name));
}

export function recordOf(data: Data, name: string): Record<string, unknown> {
  const value = data?.[name];
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
