import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { alice, atelier, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";

const zoe: Schemas["CreatorRow"] = {
  id: 7,
  name: "Zoé Lambert",
  kind: "blogger",
  main_platform: "blog",
  main_handle: "zoe-lambert.example",
  platforms: ["blog"],
  followers: null,
  reach: null,
  engagement_rate: null,
  tier: "",
  measured_at: null,
  main_state: "new",
  country: "FR",
  language: "fr",
  city: "Lyon",
  tags: [{ id: 3, name: "cuisine", colour: "" }],
  owner: null,
  relationship_status: "new",
  last_contacted_at: null,
  last_published_at: null,
  channel_count: 1,
  has_email: true,
  avatar_url: "",
  version: 1,
  created_at: "2026-11-01T10:00:00Z",
};

const none = { results: [], next: null };

/** The list answers by its filters, as the server does; what was asked is kept. */
function creatorsAre(...all: Schemas["CreatorRow"][]) {
  const asked: URLSearchParams[] = [];
  server.use(
    http.get("/api/v1/workspaces/{slug}/creators/", ({ request, response }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      const results = query.get("country") === "BE" ? [] : all;
      return response(200).json({ results, next: null, count: results.length, facets: {} });
    }),
  );
  return asked;
}

beforeEach(() => {
  signedInAs(alice);
  server.use(
    http.get("/api/v1/workspaces/{slug}/saved-views/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/refresh-runs/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/imports/", ({ response }) => response(200).json(none)),
  );
});

it("reads its filters from the address, and shows what is unknown as unknown", async () => {
  const asked = creatorsAre(zoe);
  renderApp("/w/atelier/creators?platform=blog,youtube&followers_min=1000&order=-followers");
  const row = await screen.findByRole("row", { name: /Zoé Lambert/ });
  expect(within(row).getAllByText("—").length).toBeGreaterThan(1);
  expect(within(row).queryByText("0")).not.toBeInTheDocument();
  const list = asked.find((query) => !query.has("facets"));
  expect(list?.getAll("platform")).toEqual(["blog", "youtube"]);
  expect(list?.get("followers_min")).toBe("1000");
  expect(list?.get("order")).toBe("-followers");
});

it("says that filters hide everything, and clears them", async () => {
  creatorsAre(zoe);
  const { router } = renderApp("/w/atelier/creators?country=BE");
  await userEvent.click(await screen.findByRole("button", { name: "Clear the filters" }));
  expect(await screen.findByRole("row", { name: /Zoé Lambert/ })).toBeVisible();
  expect(router.state.location.search).not.toHaveProperty("country");
});

it("teaches when there is nobody yet", async () => {
  creatorsAre();
  renderApp("/w/atelier/creators");
  expect(await screen.findByText("No creators yet")).toBeVisible();
  expect(screen.getByRole("link", { name: "Import a list" })).toHaveAttribute(
    "href",
    "/w/atelier/creators/import",
  );
});

it("changes who is ticked, and offers to take it back with the calls the server gave", async () => {
  creatorsAre(zoe);
  const calls: unknown[] = [];
  server.use(
    http.get("/api/v1/workspaces/{slug}/tags/", ({ response }) => response(200).json(none)),
    http.post("/api/v1/workspaces/{slug}/creators/bulk/", async ({ request, response }) => {
      calls.push(await request.json());
      const undo = [{ action: "restore", ids: [7], params: {} }];
      return response(200).json({ changed: 1, skipped: 0, undo: calls.length === 1 ? undo : [] });
    }),
  );
  renderApp("/w/atelier/creators");
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select Zoé Lambert" }));
  await userEvent.click(await screen.findByRole("button", { name: "Delete" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(calls).toEqual([
    { action: "delete", params: {}, ids: [7], on_error: "skip" },
    { action: "restore", params: {}, ids: [7], on_error: "skip" },
  ]);
});

it("gives a viewer nothing to change, and asks for nothing a viewer may not read", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  creatorsAre(zoe);
  let asked = 0;
  server.use(
    http.get("/api/v1/workspaces/{slug}/imports/", ({ response }) => {
      asked += 1;
      return response(200).json({ results: [], next: null });
    }),
  );
  renderApp("/w/atelier/creators");
  await screen.findByRole("row", { name: /Zoé Lambert/ });
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Add" })).not.toBeInTheDocument();
  expect(asked).toBe(0);
});
