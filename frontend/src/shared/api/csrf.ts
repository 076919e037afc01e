import { ApiError } from "./errors";

function readCookie(name: string): string | undefined {
  const pair = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${name}=`));
  return pair && decodeURIComponent(pair.slice(name.length + 1));
}

/** Django's token; asks the server for one when this browser has none yet. */
export async function csrfToken(): Promise<string> {
  const known = readCookie("csrftoken");
  if (known) return known;
  await globalThis.fetch("/api/v1/setup/", { headers: { Accept: "application/json" } }).catch(() => {
    throw new ApiError({ status: 0, code: "offline" });
  });
  return readCookie("csrftoken") ?? "";
}
