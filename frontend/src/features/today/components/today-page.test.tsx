import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { alice, atelier, keysAreHeard, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";
import type { Answer, Line } from "../model";
import { lineOf } from "../testing";

const none = { results: [], next: null };
const zoe = { id: 7, name: "Zoé Lambert", main_platform: "blog" };
const box = { id: 4, name: "Box" };
const agreed = { id: 2, kind: "agreed" as const, label_en: "Agreed", label_fr: "Accord" };

const call = lineOf({ subject: "11", title: "Call the workshop" });
const photos = lineOf({ kind: "promise", subject: "12", title: "Send the photos", creator: zoe });
const remind = lineOf({
  kind: "next_action",
  subject: "13",
  title: "Remind her",
  day: "2026-06-15",
  urgency: "today",
  creator: zoe,
  campaign: box,
  participation: 13,
  version: 3,
  stage: agreed,
});
const forgotten = lineOf({
  kind: "stale",
  subject: "14",
  title: "",
  day: null,
  since: "2026-05-20",
  urgency: "week",
  creator: zoe,
  campaign: box,
  participation: 14,
  version: 2,
  stage: agreed,
});

/** What waits, as the server keeps it; tests take lines away as the real one does. */
let waiting: Line[];
let answer: Partial<Answer>;
const asked: string[] = [];

beforeEach(() => {
  waiting = [call, photos, remind, forgotten];
  answer = {};
  asked.length = 0;
  signedInAs(alice);
  server.use(
    http.get("/api/v1/workspaces/{slug}/refresh-runs/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/imports/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/today/", ({ request, response }) => {
      asked.push(new URL(request.url).search);
      const counts = [...new Set(waiting.map(({ kind }) => kind))].map((kind) => ({
        kind,
        count: waiting.filter((line) => line.kind === kind).length,
      }));
      const body = { day: "2026-06-15", lines: waiting, counts, upcoming: [], is_new: false, ...answer };
      return response(200).json(body);
    }),
  );
});

const refused = (code: string, detail: string) =>
  Response.json({ status: 409, code, detail }, { status: 409 });
const linesShown = () => screen.getAllByRole("listitem").map((item) => item.dataset.key);
const lineCalled = (name: string) => screen.findByRole("link", { name });

it("is where a workspace opens, and groups what waits by urgency", async () => {
  const { router } = renderApp("/w/atelier");
  const late = await screen.findByRole("region", { name: /^Late/ });
  expect(router.state.location.pathname).toBe("/w/atelier/today");
  expect(within(late).getByRole("button", { name: "Call the workshop" })).toBeVisible();
  expect(within(late).getByRole("link", { name: "Promised: Send the photos" })).toBeVisible();
  expect(within(screen.getByRole("region", { name: /^Today/ })).getByText("Zoé Lambert · Box")).toBeVisible();
  expect(
    within(screen.getByRole("region", { name: /^This week/ })).getByText(/in “Agreed” since/),
  ).toBeVisible();
  expect(asked).toEqual(["?owner=me"]);
});

it("does it at once, and brings it back on Undo with the focus on it", async () => {
  const done = vi.fn();
  server.use(
    http.post("/api/v1/workspaces/{slug}/promises/{id}/keep/", ({ response }) => {
      waiting = [call, remind, forgotten];
      done("kept");
      return response.untyped(Response.json({}));
    }),
    http.post("/api/v1/workspaces/{slug}/promises/{id}/reopen/", ({ response }) => {
      waiting = [call, photos, remind, forgotten];
      done("reopened");
      return response.untyped(Response.json({}));
    }),
  );
  renderApp("/w/atelier/today");
  await userEvent.click(await screen.findByRole("button", { name: "Kept: Send the photos" }));
  expect(linesShown()).toEqual(["task/11", "next_action/13", "stale/14"]);
  await waitFor(() => expect(screen.getByRole("link", { name: "Remind her" })).toHaveFocus());
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(async () => expect(await lineCalled("Promised: Send the photos")).toHaveFocus());
  expect(done.mock.calls).toEqual([["kept"], ["reopened"]]);
});

it("puts a line back, with the reason, when the server refuses", async () => {
  server.use(
    http.post("/api/v1/workspaces/{slug}/tasks/{id}/done/", ({ response }) =>
      response.untyped(refused("conflict", "Somebody deleted this task.")),
    ),
  );
  renderApp("/w/atelier/today");
  await userEvent.click(await screen.findByRole("button", { name: "Done: Call the workshop" }));
  expect(await screen.findByText("Somebody deleted this task.")).toBeVisible();
  expect(screen.getByText("“Call the workshop” is as it was")).toBeVisible();
  expect(linesShown()).toContain("task/11");
});

it("is walked and emptied by keys alone, and focus ends where nothing waits", async () => {
  answer = {
    upcoming: [lineOf({ subject: "99", title: "Plan the summer", day: "2026-06-24", urgency: "later" })],
  };
  const bodies: unknown[] = [];
  server.use(
    http.post("/api/v1/workspaces/{slug}/tasks/{id}/done/", ({ response }) => {
      waiting = waiting.filter((line) => line !== call);
      return response.untyped(Response.json({}));
    }),
    http.post("/api/v1/workspaces/{slug}/promises/{id}/keep/", ({ response }) => {
      waiting = waiting.filter((line) => line !== photos);
      return response.untyped(Response.json({}));
    }),
    http.patch("/api/v1/workspaces/{slug}/participations/{id}/", async ({ request, response }) => {
      bodies.push(await request.json(), request.headers.get("If-Match"));
      waiting = waiting.filter((line) => line !== remind);
      return response.untyped(Response.json({ version: 4 }));
    }),
    http.post("/api/v1/workspaces/{slug}/snoozes/", async ({ request, response }) => {
      bodies.push(await request.json());
      waiting = [];
      return response.untyped(Response.json({ id: 5 }, { status: 201 }));
    }),
  );
  renderApp("/w/atelier/today");
  await lineCalled("Remind her");
  await keysAreHeard();
  await userEvent.keyboard("j");
  expect(screen.getByRole("button", { name: "Call the workshop" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}j");
  expect(screen.getByRole("link", { name: "Remind her" })).toHaveFocus();
  await userEvent.keyboard("{Home}d");
  await waitFor(() => expect(screen.getByRole("link", { name: "Promised: Send the photos" })).toHaveFocus());
  await userEvent.keyboard(" ");
  await waitFor(() => expect(screen.getByRole("link", { name: "Remind her" })).toHaveFocus());
  await userEvent.keyboard("d");
  await waitFor(() => expect(screen.getByRole("link", { name: "Nothing is planned" })).toHaveFocus());
  await userEvent.keyboard("s");
  await userEvent.click(await screen.findByRole("menuitem", { name: /Next Monday/ }));
  expect(await screen.findByText("Nothing waits for you")).toBeVisible();
  await waitFor(() => expect(screen.getByRole("heading", { name: "Nothing waits" })).toHaveFocus());
  expect(screen.getByText("Plan the summer")).toBeVisible();
  expect(bodies).toEqual([
    { next_action: "", next_action_on: null },
    '"3"',
    { kind: "stale", subject: "14", until_on: "2026-06-22" },
  ]);
});

it("plans what comes next from a forgotten card", async () => {
  const bodies: unknown[] = [];
  server.use(
    http.patch("/api/v1/workspaces/{slug}/participations/{id}/", async ({ request, response }) => {
      bodies.push(await request.json());
      waiting = [call];
      return response.untyped(Response.json({ version: 3 }));
    }),
  );
  renderApp("/w/atelier/today");
  await userEvent.click(await screen.findByRole("button", { name: "Plan: Zoé Lambert, Nothing is planned" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByLabelText("What comes next"), "Ask for the address");
  await userEvent.click(dialog.getByRole("button", { name: "Plan" }));
  await waitFor(() => expect(linesShown()).toEqual(["task/11"]));
  expect(bodies).toEqual([{ next_action: "Ask for the address", next_action_on: "2026-06-22" }]);
});

it("shows everybody’s lines with who looks after them, and one kind alone", async () => {
  waiting = [{ ...call, owner: { id: 2, name: "Bob Durand" } }, photos];
  const { router } = renderApp("/w/atelier/today");
  await userEvent.click(await screen.findByText("Everybody’s"));
  expect(await screen.findByRole("img", { name: "Looked after by Bob Durand" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /^Promises/ }));
  expect(router.state.location.search).toEqual({ owner: "all", kind: "promise" });
  await waitFor(() => expect(asked.at(-1)).toBe("?owner=all&kind=promise"));
});

it("offers the first steps in a workspace without anybody", async () => {
  waiting = [];
  answer = { is_new: true };
  renderApp("/w/atelier/today");
  expect(await screen.findByRole("heading", { name: "Your workspace is ready" })).toBeVisible();
  expect(await screen.findByRole("link", { name: /Import a list/ })).toBeVisible();
});

it("shows a viewer what waits, and nothing to do it with", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  renderApp("/w/atelier/today");
  expect(await lineCalled("Remind her")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Done/ })).not.toBeInTheDocument();
  await keysAreHeard();
  await userEvent.keyboard("jds");
  expect(linesShown()).toHaveLength(4);
});
