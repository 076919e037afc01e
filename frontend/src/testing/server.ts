import { setupServer } from "msw/node";
import { createOpenApiHttp } from "openapi-msw";
import type { paths } from "@/shared/api/schema";

/** Stands in for the backend. Handlers are typed by the same schema as the client. */
export const server = setupServer();
export const http = createOpenApiHttp<paths>({ baseUrl: globalThis.location.origin });
