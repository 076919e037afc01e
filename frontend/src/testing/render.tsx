import type { QueryClient } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { Providers } from "@/app/providers";
import { makeQueryClient } from "@/app/query-client";
import { makeRouter } from "@/app/router";
import { goToSignIn } from "@/app/sign-in-redirect";
import type { Me, MyWorkspace } from "@/shared/api/me";
import { http, server } from "./server";

export const atelier: MyWorkspace = {
  slug: "atelier",
  name: "Atelier",
  role: "owner",
  language: "en",
  time_zone: "Europe/Paris",
  currency: "EUR",
  is_sample: false,
};

export const alice: Me = {
  id: 1,
  email: "alice@example.com",
  name: "Alice Martin",
  language: "en",
  workspaces: [atelier],
};

/** Signs someone in for this test. */
export function signedInAs(me: Me): void {
  server.use(http.get("/api/v1/me/", ({ response }) => response(200).json(me)));
}

/** The whole application at an address, as a browser shows it. */
export function renderApp(path: string) {
  const queryClient: QueryClient = makeQueryClient(() => goToSignIn(router));
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  const router = makeRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  render(<Providers queryClient={queryClient} router={router} />);
  return { router };
}
