import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { alice, atelier, keysAreHeard, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";
import { ines } from "../fixtures";
// Loaded beforehand: no wait of a test counts the bundler's work.
import "./packing-list";
import "./return-dialog";
import "./selected-sendings";
import "./send-dialog";
import "./send-many";
import "./sending-sheet";

const base = "/api/v1/workspaces/{slug}";
const none = { results: [], next: null };
const noe: Schemas["Sending"] = { ...ines, id: 6, creator: { ...ines.creator, id: 4, name: "Noé Petit" } };
const problem = (status: 400 | 409 | 412, code: string, more: object = {}) =>
  Response.json({ status, code, ...more }, { status });

/** The ledger answers these; what is read and written of one is kept. */
function ledgerHolds(...rows: Schemas["Sending"][]) {
  const now = new Map(rows.map((row) => [row.id, row]));
  server.use(
    http.get(`${base}/sendings/`, ({ response }) =>
      response(200).json({ results: [...now.values()], next: null }),
    ),
    http.get(`${base}/sendings/{id}/`, ({ params, response }) => {
      const row = now.get(Number(params.id));
      if (!row) throw new Error(`no sending ${params.id}`);
      return response(200).json(row);
    }),
  );
  return now;
}

beforeEach(() => {
  signedInAs(alice);
  server.use(
    http.get(`${base}/refresh-runs/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/imports/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/campaigns/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/coverage/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/participations/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/products/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/creators/{id}/`, ({ response }) =>
      response.untyped(Response.json({ id: 3, name: "Inès Benali", country: "FR", addresses: [] })),
    ),
  );
});

it("opens the sending that the address names, and goes to the next with a key", async () => {
  ledgerHolds(ines, noe);
  const { router } = renderApp("/w/atelier/sendings?sending=5");
  const sheet = await screen.findByRole("dialog", { name: /Inès Benali/ });
  expect(within(sheet).getByRole("table", { name: "In the parcel" })).toHaveTextContent("Savon");
  expect(await within(sheet).findByText("Nothing published yet.")).toBeVisible();
  const next = within(sheet).getByRole("button", { name: "Next" });
  await waitFor(() => expect(next).toHaveAttribute("aria-disabled", "false"));
  await keysAreHeard();
  await userEvent.keyboard("j");
  expect(await screen.findByRole("dialog", { name: /Noé Petit/ })).toBeVisible();
  expect(router.state.location.search).toMatchObject({ sending: 6 });
});

it("asks for the tracking number when a parcel leaves, and takes it back on Undo", async () => {
  const now = ledgerHolds(ines);
  const asked: unknown[] = [];
  server.use(
    http.post(`${base}/sendings/{id}/send/`, async ({ request, response }) => {
      asked.push(await request.json());
      const sent = { ...ines, version: 4, state: "sent" as const, sent_on: "2026-11-27" };
      now.set(5, sent);
      return response(200).json(sent);
    }),
    http.patch(`${base}/sendings/{id}/`, async ({ request, response }) => {
      asked.push(request.headers.get("If-Match"), await request.json());
      now.set(5, ines);
      return response(200).json(ines);
    }),
  );
  renderApp("/w/atelier/sendings");
  await userEvent.click(await screen.findByRole("button", { name: "Mark sent, Inès Benali" }));
  await userEvent.type(await screen.findByLabelText("Tracking number"), "6A123");
  await userEvent.click(screen.getByRole("button", { name: "Mark sent" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(asked).toHaveLength(3));
  expect(asked[0]).toMatchObject({ tracking_number: "6A123", carrier: "" });
  expect(asked.slice(1)).toEqual(['"4"', expect.objectContaining({ sent_on: null, tracking_number: "" })]);
});

it("says why a parcel could not leave, and keeps what was typed", async () => {
  ledgerHolds(ines);
  const detail = "Not enough in stock of “Savon”: 2 needed, 1 left.";
  server.use(
    http.post(`${base}/sendings/{id}/send/`, ({ response }) =>
      response.untyped(problem(409, "out_of_stock", { detail })),
    ),
  );
  renderApp("/w/atelier/sendings");
  await userEvent.click(await screen.findByRole("button", { name: "Mark sent, Inès Benali" }));
  await userEvent.type(await screen.findByLabelText("Tracking number"), "6A123");
  await userEvent.click(screen.getByRole("button", { name: "Mark sent" }));
  expect(await screen.findByText(detail)).toBeVisible();
  expect(screen.getByLabelText("Tracking number")).toHaveValue("6A123");
});

it("shows both values when somebody saved first, and saves one’s own on top", async () => {
  const now = ledgerHolds(ines);
  const asked: unknown[] = [];
  server.use(
    http.patch(`${base}/sendings/{id}/`, async ({ request, response }) => {
      asked.push([request.headers.get("If-Match"), await request.json()]);
      if (asked.length > 1) return response(200).json({ ...ines, version: 5 });
      now.set(5, { ...ines, version: 4, notes: "Carte jointe", tracking_number: "8R9" });
      return response.untyped(problem(412, "stale_version"));
    }),
  );
  renderApp("/w/atelier/sendings?sending=5");
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  await user.type(screen.getByLabelText("Notes"), "Fragile");
  await user.click(screen.getByRole("button", { name: "Save" }));
  const notice = await screen.findByRole("row", { name: "Notes Fragile Carte jointe" });
  expect(notice).toBeVisible();
  expect(screen.getByLabelText("Tracking number")).toHaveValue("8R9");
  await user.click(screen.getByRole("button", { name: "Save mine" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked).toEqual([
    ['"3"', { notes: "Fragile" }],
    ['"4"', { notes: "Fragile" }],
  ]);
});

it("shows at its field what is wrong with one product", async () => {
  ledgerHolds(ines);
  server.use(
    http.patch(`${base}/sendings/{id}/`, ({ response }) =>
      response.untyped(
        problem(400, "invalid", { errors: { "items.0.quantity": ["1 have come back already."] } }),
      ),
    ),
  );
  renderApp("/w/atelier/sendings?sending=5");
  await userEvent.click(await screen.findByRole("button", { name: "Edit" }));
  const pieces = await screen.findByLabelText("Quantity");
  await userEvent.clear(pieces);
  await userEvent.type(pieces, "1");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("1 have come back already.")).toBeVisible();
  expect(pieces).toHaveValue("1");
  expect(screen.getByText("Some fields need your attention.")).toBeVisible();
});

it("notes that some pieces of a loan are back, and their condition", async () => {
  const loan = {
    ...ines,
    kind: "loan",
    state: "delivered",
    sent_on: "2026-11-01",
    due_back_on: "2026-12-01",
  } as const;
  ledgerHolds(loan);
  const asked: unknown[] = [];
  server.use(
    http.post(`${base}/sendings/{id}/return/`, async ({ request, response }) => {
      asked.push(await request.json());
      return response(200).json(loan);
    }),
  );
  renderApp("/w/atelier/sendings");
  await userEvent.click(await screen.findByRole("button", { name: "Mark returned, Inès Benali" }));
  const pieces = await screen.findByLabelText("Came back: Savon");
  expect(pieces).toHaveValue("2");
  await userEvent.clear(pieces);
  await userEvent.type(pieces, "1");
  await userEvent.type(screen.getByLabelText("Condition of Savon"), "Rayé");
  expect(screen.getByText(/The loan stays open/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Note the return" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ items: [{ product: 7, quantity: 1, condition_in: "Rayé" }] });
});

it("sends many at once, and keeps the one that was refused with its reason", async () => {
  const now = ledgerHolds(ines, noe);
  const numbers: unknown[] = [];
  server.use(
    http.post(`${base}/sendings/{id}/send/`, async ({ params, request, response }) => {
      const { tracking_number } = (await request.json()) as { tracking_number: string };
      numbers.push(tracking_number);
      if (params.id === "6")
        return response.untyped(problem(409, "out_of_stock", { detail: "Not enough in stock." }));
      const sent = { ...ines, version: 4, state: "sent" as const, sent_on: "2026-11-27" };
      now.set(5, sent);
      return response(200).json(sent);
    }),
  );
  renderApp("/w/atelier/sendings");
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: "Select all rows shown" }));
  await user.click(await screen.findByRole("button", { name: "Mark sent (2)" }));
  await user.click(await screen.findByLabelText("Tracking number for Inès Benali"));
  // As a scanner types: Enter leads to the next number.
  await user.keyboard("8R1{Enter}8R2{Enter}");
  await user.click(screen.getByRole("button", { name: "Mark sent" }));
  const dialog = await screen.findByRole("dialog", { name: "1 parcel leaves" });
  expect(numbers).toEqual(["8R1", "8R2"]);
  expect(within(dialog).getByText("Not enough in stock.")).toBeVisible();
  expect(within(dialog).getByLabelText("Tracking number for Noé Petit")).toHaveValue("8R2");
  expect(within(dialog).queryByLabelText("Tracking number for Inès Benali")).not.toBeInTheDocument();
});

it("gives a viewer the sheet to read, and nothing to change", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  ledgerHolds(ines);
  renderApp("/w/atelier/sendings?sending=5");
  const sheet = await screen.findByRole("dialog", { name: /Inès Benali/ });
  expect(within(sheet).queryByRole("button", { name: "Edit" })).not.toBeInTheDocument();
  expect(screen.queryByRole("checkbox", { name: /Select/ })).not.toBeInTheDocument();
});

it("prints what to pack, and gives the addresses as a file", async () => {
  const lost = { ...noe, ship_to: null };
  ledgerHolds(ines, lost);
  renderApp("/w/atelier/sendings");
  expect(within(await screen.findByRole("row", { name: /Noé Petit/ })).getByText("No address")).toBeVisible();
  await userEvent.click(screen.getByRole("checkbox", { name: "Select all rows shown" }));
  await userEvent.click(await screen.findByRole("button", { name: "Packing list" }));
  const list = await screen.findByRole("dialog", { name: "Packing list" });
  expect(within(list).getAllByText("2 × Savon (SAV-3)")).toHaveLength(2);
  expect(within(list).getByText(/12 rue des Lilas/)).toHaveTextContent("69003 Lyon");
  expect(within(list).getByText("None yet: ask for it")).toBeVisible();
  expect(within(list).getByText("Parcels without an address are left out of the file.")).toBeVisible();
});
