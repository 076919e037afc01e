import { csrfToken } from "./csrf";
import { ApiError, readProblem } from "./errors";

/** Signing in and out goes through a few of django-allauth's addresses, which the API's schema does not hold. */

async function call(method: "POST" | "DELETE", path: string, body?: object) {
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
  if (!response.ok) throw await readProblem(response);
}

export const signIn = (credentials: { email: string; password: string }) =>
  call("POST", "/auth/login", credentials);

export const signOut = () => call("DELETE", "/auth/session");

export const requestPasswordReset = (email: string) => call("POST", "/auth/password/request", { email });

export const resetPassword = (body: { key: string; password: string }) =>
  call("POST", "/auth/password/reset", body);

export const changePassword = (body: { current_password: string; new_password: string }) =>
  call("POST", "/account/password/change", body);
