import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { alice, atelier, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";

const lune = {
  id: 7,
  name: "Maison Lune",
  website: "https://lune.example",
  notes: "",
  archived_at: null,
  created_at: "2026-11-01T10:00:00Z",
};

function brandsAre(...results: (typeof lune)[]) {
  server.use(
    http.get("/api/v1/workspaces/{slug}/brands/", ({ response }) =>
      response(200).json({ results, next: null }),
    ),
  );
}

beforeEach(() => signedInAs(alice));

it("teaches when there is no brand", async () => {
  brandsAre();
  renderApp("/w/atelier/settings/brands");
  expect(await screen.findByText("No brand yet")).toBeVisible();
  expect(screen.getByRole("button", { name: "Add a brand" })).toBeVisible();
});

it("says what failed, and tries again", async () => {
  server.use(
    http.get("/api/v1/workspaces/{slug}/brands/", ({ response }) =>
      response.untyped(
        Response.json({ status: 500, code: "failed", correlation_id: "abc123" }, { status: 500 }),
      ),
    ),
  );
  renderApp("/w/atelier/settings/brands");
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("Reference: abc123");

  brandsAre(lune);
  await userEvent.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByText("Maison Lune")).toBeVisible();
});

it("puts a refusal at its field and keeps the dialog open", async () => {
  brandsAre(lune);
  const taken = "There is already a brand of this name.";
  server.use(
    http.post("/api/v1/workspaces/{slug}/brands/", ({ response }) =>
      response.untyped(
        Response.json(
          { status: 400, code: "invalid", detail: "…", errors: { name: [taken] } },
          { status: 400 },
        ),
      ),
    ),
  );
  renderApp("/w/atelier/settings/brands");
  await userEvent.click(await screen.findByRole("button", { name: "Add a brand" }));
  const dialog = await screen.findByRole("dialog", { name: "Add a brand" });
  await userEvent.type(within(dialog).getByLabelText(/Name/), "Maison Lune");
  await userEvent.click(within(dialog).getByRole("button", { name: "Add" }));

  expect(await within(dialog).findByText(taken)).toBeVisible();
  expect(within(dialog).getByLabelText(/Name/)).toHaveValue("Maison Lune");
});

it("shows a viewer no button that the server would refuse", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  brandsAre(lune);
  renderApp("/w/atelier/settings/brands");
  expect(await screen.findByText("Maison Lune")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Edit|Archive|Add/ })).not.toBeInTheDocument();
});
