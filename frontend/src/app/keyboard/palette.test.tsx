import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { alice, atelier, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";
import { rememberVisit } from "./recent";

const none = { results: [], next: null };
const zoe = { id: 7, name: "Zoé Lambert", main_handle: "zoe.example", main_platform: "blog" };
const list = "/api/v1/workspaces/{slug}/creators/";

beforeEach(() => {
  localStorage.clear();
  signedInAs({ ...alice, workspaces: [atelier, { ...atelier, slug: "studio", name: "Studio" }] });
  server.use(
    http.get(list, ({ request, response }) => {
      const isAsked = "zoe".startsWith(new URL(request.url).searchParams.get("q") ?? "none");
      return response(200).json({
        ...none,
        results: isAsked ? [zoe as Schemas["CreatorRow"]] : [],
        facets: {},
      });
    }),
    http.get("/api/v1/workspaces/{slug}/campaigns/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/brands/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/saved-views/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/refresh-runs/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/imports/", ({ response }) => response(200).json(none)),
  );
});

async function openPalette() {
  const view = renderApp("/w/atelier/creators");
  await userEvent.click(await screen.findByRole("button", { name: "Search…" }));
  const field = await screen.findByRole("combobox", { name: "Find a creator, a campaign or a command" });
  return { ...view, field };
}
const choices = () => screen.getAllByRole("option").map((option) => option.textContent);
const marked = () => screen.getByRole("option", { selected: true });

it("finds creators by the server, and opens the one marked", async () => {
  const { field, router } = await openPalette();
  expect(field).toHaveFocus();
  await userEvent.type(field, "zoe");
  const found = await screen.findByRole("option", { name: /Zoé Lambert/ });
  expect(field).toHaveAttribute("aria-activedescendant", found.id);
  server.use(http.get(`${list}{id}/`, ({ response }) => response(200).json(zoe as Schemas["Creator"])));
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => router.state.location.pathname).toBe("/w/atelier/creators/7");
  expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
});

it("finds commands whatever their accents, goes through them by arrows, and does them", async () => {
  const { field, router } = await openPalette();
  await userEvent.type(field, "SÉTT");
  expect(choices()[0]).toMatch(/^Settings/);
  await userEvent.keyboard("{ArrowUp}");
  expect(marked()).toBe(screen.getAllByRole("option").at(-1));
  await userEvent.keyboard("{ArrowDown}");
  expect(marked()).toBe(screen.getAllByRole("option")[0]);
  await userEvent.clear(field);
  await userEvent.type(field, "campaign");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => router.state.location.pathname).toBe("/w/atelier/campaigns");
});

it("begins with what was looked at lately, and forgets what is gone", async () => {
  rememberVisit("atelier", { kind: "creator", id: 8 });
  rememberVisit("atelier", { kind: "creator", id: 7 });
  const gone = {
    type: "about:blank",
    title: "",
    status: 404,
    code: "not_found",
    detail: "",
    correlation_id: "",
  };
  server.use(
    http.get(`${list}{id}/`, ({ params, response }) =>
      params.id === "7"
        ? response(200).json(zoe as Schemas["Creator"])
        : response.untyped(Response.json(gone, { status: 404 })),
    ),
  );
  await openPalette();
  const recent = await screen.findByRole("group", { name: "Recent" });
  expect(within(recent).getAllByRole("option")).toHaveLength(1);
  await expect.poll(() => localStorage.getItem("relais.recent.atelier")).toBe("creator:7");
});

it("says that nothing is found, and what went wrong", async () => {
  const { field } = await openPalette();
  await userEvent.type(field, "xylophone");
  expect(await screen.findByText("Nothing is called that.")).toBeVisible();
  server.use(http.get(list, ({ response }) => response.untyped(Response.json({}, { status: 500 }))));
  await userEvent.type(field, "s");
  expect(await screen.findByText(/The server met an error/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Try again" })).toBeVisible();
});

it("offers a viewer nothing to add", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  const { field } = await openPalette();
  await userEvent.type(field, "creator");
  await screen.findByRole("option", { name: /^Creators/ });
  expect(screen.queryByRole("option", { name: "Add a creator" })).not.toBeInTheDocument();
});

it("leads to another workspace", async () => {
  const { field } = await openPalette();
  await userEvent.type(field, "studio");
  expect(choices()[0]).toMatch(/Workspace: Studio$/);
});

it("closes by its own key, and gives the focus back", async () => {
  await openPalette();
  await userEvent.keyboard("{Control>}k{/Control}");
  expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Search…" })).toHaveFocus();
});

it("? lists the keys of the page, and closes by itself", async () => {
  renderApp("/w/atelier/creators");
  await screen.findByRole("button", { name: "Search…" });
  await expect
    .poll(async () => {
      await userEvent.keyboard("?");
      return screen.queryByRole("dialog", { name: "Keyboard shortcuts" });
    })
    .not.toBeNull();
  const dialog = screen.getByRole("dialog", { name: "Keyboard shortcuts" });
  const places = within(dialog)
    .getAllByRole("heading", { level: 3 })
    .map((heading) => heading.textContent);
  // No row, so nothing of a list.
  expect(places).toEqual(["Everywhere", "Go to", "On this page"]);
  expect(within(dialog).getByText("Add a creator")).toBeVisible();
  await userEvent.keyboard("?");
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});
