import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { alice, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";

const person = (id: number, name: string): Schemas["DuplicateCreator"] => ({
  id,
  name,
  kind: "blogger",
  main_platform: "blog",
  main_handle: "zoe.example",
  followers: null,
  city: "",
  country: "FR",
  avatar_url: "",
  channel_count: 1,
  has_email: true,
  last_contacted_at: null,
  created_at: "2026-11-01T10:00:00Z",
});

const none = { results: [], next: null };
const pair = {
  first: person(7, "Zoé Lambert"),
  second: person(9, "Zoe Lambert"),
  reasons: ["email" as const],
};

beforeEach(() => {
  signedInAs(alice);
  server.use(
    http.get("/api/v1/workspaces/{slug}/refresh-runs/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/imports/", ({ response }) => response(200).json(none)),
  );
});

it("offers to undo a merge although the pair has left the list", async () => {
  const asked: unknown[] = [];
  server.use(
    http.get("/api/v1/workspaces/{slug}/creators/duplicates/", ({ response }) =>
      response(200).json(asked.length === 1 ? none : { results: [pair], next: null }),
    ),
    http.post("/api/v1/workspaces/{slug}/creators/merge/", async ({ request, response }) => {
      asked.push(await request.json());
      return response.untyped(Response.json({ id: 3 }, { status: 201 }));
    }),
    http.post("/api/v1/workspaces/{slug}/merges/{id}/undo/", ({ params, response }) => {
      asked.push(params.id);
      return response.untyped(Response.json({ id: 3 }));
    }),
  );
  renderApp("/w/atelier/creators/duplicates");
  expect(await screen.findByText("same e-mail address")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Keep this one: Zoé Lambert" }));
  expect(await screen.findByText("No duplicates")).toBeVisible();

  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("button", { name: "Keep this one: Zoé Lambert" })).toBeVisible();
  expect(asked).toEqual([{ kept: 7, gone: 9 }, "3"]);
});

it("says why two were not merged, and keeps them in sight", async () => {
  server.use(
    http.get("/api/v1/workspaces/{slug}/creators/duplicates/", ({ response }) =>
      response(200).json({ results: [pair], next: null }),
    ),
    http.post("/api/v1/workspaces/{slug}/creators/merge/", ({ response }) =>
      response.untyped(
        Response.json(
          { status: 409, code: "in_two_campaigns", detail: "Both are in one campaign." },
          { status: 409 },
        ),
      ),
    ),
  );
  renderApp("/w/atelier/creators/duplicates");
  await userEvent.click(await screen.findByRole("button", { name: "Keep this one: Zoe Lambert" }));
  expect(await screen.findByText("Both are in one campaign.")).toBeVisible();
  expect(screen.getByRole("button", { name: "Keep this one: Zoé Lambert" })).toBeVisible();
});
