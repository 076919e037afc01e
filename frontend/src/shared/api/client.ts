import createFetchClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";
import { csrfToken } from "./csrf";
import { ApiError, readProblem } from "./errors";
import type { paths } from "./schema";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

const headers: Middleware = {
  async onRequest({ request }) {
    // Refusals come in the language of the page, which may not be the browser's.
    request.headers.set("Accept-Language", document.documentElement.lang);
    if (!safeMethods.has(request.method)) request.headers.set("X-CSRFToken", await csrfToken());
    return request;
  },
};

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response);
  },
  onError({ error }) {
    if (error instanceof ApiError) return error;
    // `fetch` rejects with a TypeError only when no answer came; an abort must stay an abort.
    if (error instanceof TypeError) return new ApiError({ status: 0, code: "offline" });
    return error instanceof Error ? error : undefined;
  },
};

/** Typed by the schema. Throws `ApiError` for every refusal, so `data` is there when it returns. */
export const client = createFetchClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  // Looked up at each call: tests replace it after this module has loaded.
  fetch: (request) => globalThis.fetch(request),
  querySerializer: { array: { style: "form", explode: true } },
});
client.use(headers, refusals);

/** The same, as TanStack Query options and hooks. */
export const api = createQueryClient(client);
