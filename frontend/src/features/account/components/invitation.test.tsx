import { screen } from "@testing-library/react";
import { HttpResponse, http as rest } from "msw";
import { beforeEach, expect, it } from "vitest";
import { renderApp } from "@/testing/render";
import { http, server } from "@/testing/server";

const shown = {
  workspace: "Atelier",
  invited_by: "Alice Martin",
  role: "editor",
  email: "bob@example.com",
} as const;
let asked = 0;

beforeEach(() => {
  asked = 0;
  server.use(
    rest.get("/api/v1/me/", () => {
      asked += 1;
      return HttpResponse.json({}, { status: 401 });
    }),
  );
});

it("asks a stranger for a new account, without asking the server who that is", async () => {
  server.use(
    http.get("/api/v1/invitations/{token}/", ({ response }) =>
      response(200).json({ ...shown, signed_in_as: null }),
    ),
  );
  renderApp("/invitations/abc");

  expect(await screen.findByRole("button", { name: "Create my account and join" })).toBeVisible();
  expect(screen.getByLabelText(/E-mail/)).toHaveValue("bob@example.com");
  expect(asked).toBe(0);
});

it("lets somebody signed in join as who they are", async () => {
  server.use(
    http.get("/api/v1/invitations/{token}/", ({ response }) =>
      response(200).json({ ...shown, signed_in_as: "Bob Durand" }),
    ),
  );
  renderApp("/invitations/abc");

  expect(await screen.findByText("You are signed in as Bob Durand.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Join" })).toBeVisible();
});
