import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { renderPiece } from "@/testing/render";
import { http, server } from "@/testing/server";
import { TodoList } from "./todo-list";

const none = { results: [], next: null };
const photos: Schemas["Promise"] = {
  id: 3,
  title: "Send the photos",
  due_on: "2026-01-05",
  owner: 1,
  owner_name: "Alice Martin",
  creator: 7,
  creator_name: "Zoé Lambert",
  campaign: 4,
  campaign_name: "Box",
  participation: 9,
  kept_at: null,
  created_at: "2026-01-02T10:00:00Z",
};

let promises: Schemas["Promise"][];

beforeEach(() => {
  promises = [photos];
  server.use(
    http.get("/api/v1/workspaces/{slug}/members/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/tasks/", ({ response }) => response(200).json(none)),
    http.get("/api/v1/workspaces/{slug}/promises/", ({ query, response }) => {
      expect(query.get("participation")).toBe("9");
      expect(query.get("open")).toBe("true");
      return response(200).json({ results: promises, next: null });
    }),
  );
});

it("ticks off a promise where the card is, and takes it back", async () => {
  server.use(
    http.post("/api/v1/workspaces/{slug}/promises/{id}/keep/", ({ response }) => {
      promises = [];
      return response(200).json({ ...photos, kept_at: "2026-01-06T10:00:00Z" });
    }),
    http.post("/api/v1/workspaces/{slug}/promises/{id}/reopen/", ({ response }) => {
      promises = [photos];
      return response(200).json(photos);
    }),
  );
  renderPiece(<TodoList about={{ creator: 7, participation: 9 }} mayEdit />);
  expect(await screen.findByText("Promise · Late, 5 Jan · Alice Martin")).toBeVisible();
  await userEvent.click(screen.getByRole("checkbox", { name: "Kept: Send the photos" }));
  expect(await screen.findByText("Nothing to do, nothing promised.")).toBeVisible();
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByRole("checkbox", { name: "Kept: Send the photos" })).toBeVisible();
});

it("writes a promise down, and keeps what was typed when that is refused", async () => {
  promises = [];
  const asked: unknown[] = [];
  server.use(
    http.post("/api/v1/workspaces/{slug}/promises/", async ({ request, response }) => {
      asked.push(await request.json());
      if (asked.length > 1) {
        promises = [photos];
        return response(201).json(photos);
      }
      return response.untyped(
        Response.json(
          { status: 400, code: "invalid", detail: "Wrong.", errors: { title: ["Too vague."] } },
          { status: 400 },
        ),
      );
    }),
  );
  renderPiece(<TodoList about={{ creator: 7, participation: 9 }} mayEdit />);
  await userEvent.click(await screen.findByRole("button", { name: "Add a promise or a task" }));
  const field = await screen.findByLabelText(/What we promised/);
  await userEvent.type(field, "Send the photos");
  await userEvent.click(screen.getByRole("button", { name: "Write down" }));
  expect(await screen.findByText("Too vague.")).toBeVisible();
  expect(field).toHaveValue("Send the photos");
  await userEvent.click(screen.getByRole("button", { name: "Write down" }));
  expect(await screen.findByRole("checkbox", { name: "Kept: Send the photos" })).toBeVisible();
  expect(asked[1]).toMatchObject({ creator: 7, participation: 9, title: "Send the photos", owner: 1 });
});
