import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http as rest } from "msw";
import { beforeEach, expect, it } from "vitest";
import { alice, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";

const refused = { type: "about:blank", title: "Sign in first", status: 401, code: "not_authenticated" };

beforeEach(() => {
  server.use(
    rest.get("/api/v1/me/", () => HttpResponse.json(refused, { status: 401 })),
    http.get("/api/v1/setup/", ({ response }) => response(200).json({ needed: false })),
  );
});

it("comes back to the page one wanted", async () => {
  server.use(
    rest.post("/_allauth/browser/v1/auth/login", async ({ request }) => {
      expect(await request.json()).toEqual({ email: "alice@example.com", password: "a long sentence" });
      signedInAs(alice);
      return HttpResponse.json({ status: 200 });
    }),
    http.get("/api/v1/workspaces/{slug}/members/", ({ response }) =>
      response(200).json({ results: [], next: null }),
    ),
    http.get("/api/v1/workspaces/{slug}/invitations/", ({ response }) =>
      response(200).json({ results: [], next: null }),
    ),
  );
  const { router } = renderApp("/w/atelier/settings/members");

  await userEvent.type(await screen.findByLabelText(/E-mail/), "alice@example.com");
  await userEvent.type(screen.getByLabelText(/^Password/), "a long sentence");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

  expect(await screen.findByRole("heading", { name: "Members" })).toBeVisible();
  expect(router.state.location.pathname).toBe("/w/atelier/settings/members");
});

it("says once why a sign-in was refused, and keeps what was typed", async () => {
  const message = "The email address and/or password you specified are not correct.";
  server.use(
    rest.post("/_allauth/browser/v1/auth/login", () =>
      HttpResponse.json(
        { status: 400, code: "email_password_mismatch", detail: message, errors: { password: [message] } },
        { status: 400 },
      ),
    ),
  );
  renderApp("/sign-in");

  await userEvent.type(await screen.findByLabelText(/E-mail/), "alice@example.com");
  await userEvent.type(screen.getByLabelText(/^Password/), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));

  expect(await screen.findByText(message)).toBeVisible();
  expect(screen.getByLabelText(/E-mail/)).toHaveValue("alice@example.com");
});

it("never follows a target outside the application", async () => {
  const { router } = renderApp("/sign-in?to=//evil.example/");
  await screen.findByRole("button", { name: "Sign in" });
  await waitFor(() => expect(router.state.location.search).toEqual({ to: "/" }));
});
