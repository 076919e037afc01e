import { I18nProvider } from "@lingui/react";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory } from "@tanstack/react-router";
import { render, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect } from "vitest";
// Loaded ahead of the page that asks for it late: a test presses its first key sooner than people do.
import "@/app/keyboard/keyboard";
import { Appearance, Providers } from "@/app/providers";
import { makeQueryClient } from "@/app/query-client";
import { makeRouter } from "@/app/router";
import { goToSignIn } from "@/app/sign-in-redirect";
import { type Me, type MyWorkspace, meQuery } from "@/shared/api/me";
import { WorkspaceContext } from "@/shared/hooks/use-workspace";
import { i18n } from "@/shared/i18n/i18n";
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
  const queryClient = withoutRetries(makeQueryClient(() => goToSignIn(router)));
  const router = makeRouter(queryClient, createMemoryHistory({ initialEntries: [path] }));
  render(<Providers queryClient={queryClient} router={router} />);
  return { router };
}

/** Waits until the page listens to keys, which it does once it shows. */
export async function keysAreHeard(): Promise<void> {
  await waitFor(() => expect(document.documentElement).toHaveAttribute("data-keys", "heard"));
}

/** A piece of a screen of the workspace, by itself, as Alice sees it; without the router, so it may hold no links. */
export function renderPiece(piece: ReactNode) {
  const queryClient = withoutRetries(makeQueryClient(() => {}));
  queryClient.setQueryData(meQuery().queryKey, alice);
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Appearance>
          <WorkspaceContext value={atelier}>{piece}</WorkspaceContext>
        </Appearance>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

function withoutRetries(queryClient: QueryClient): QueryClient {
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  return queryClient;
}
