import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { ines } from "@/features/sendings/fixtures";
import { alice, atelier, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";
// Loaded beforehand: no wait of a test counts the bundler's work.
import "@/features/coverage/components/add-piece";
import "@/features/sendings/components/sending-sheet";

const base = "/api/v1/workspaces/{slug}";
const none = { results: [], next: null };
const sent = { ...ines, state: "sent", sent_on: "2026-11-20" } as const;

beforeEach(() => {
  signedInAs(alice);
  server.use(
    http.get(`${base}/refresh-runs/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/imports/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/campaigns/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/participations/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/coverage/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/sendings/`, ({ response }) => response(200).json({ results: [sent], next: null })),
    http.get(`${base}/sendings/{id}/`, ({ response }) => response(200).json(sent)),
  );
});

it("records what answers a parcel, and leads to a piece that is there already", async () => {
  const asked: unknown[] = [];
  server.use(
    http.post(`${base}/coverage/prefill/`, ({ response }) =>
      response(200).json({
        url: "https://ines.example/savon",
        canonical_url: "https://ines.example/savon",
        platform: "blog",
        kind: "article",
        title: "Un savon qui dure",
        author: "",
        site_name: "",
        language: "fr",
        image_url: "",
        published_on: null,
        creators: [],
        participations: [],
        sendings: [],
        already_recorded: [],
        warning: null,
      }),
    ),
    http.post(`${base}/coverage/`, async ({ request, response }) => {
      asked.push(await request.json());
      const body = {
        status: 409,
        code: "already_recorded",
        coverage: 8,
        errors: { url: ["Recorded already."] },
      };
      return response.untyped(Response.json(body, { status: 409 }));
    }),
  );
  renderApp("/w/atelier/sendings?sending=5");
  await userEvent.click(await screen.findByRole("link", { name: "Add coverage" }));
  const dialog = await screen.findByRole("dialog", { name: "Add coverage by Inès Benali" });
  await userEvent.type(
    within(dialog).getByLabelText("Address of the publication"),
    "https://ines.example/savon",
  );
  await userEvent.click(within(dialog).getByRole("button", { name: "Read the page" }));
  await userEvent.click(await within(dialog).findByRole("button", { name: "Record it" }));
  expect(await within(dialog).findByRole("link", { name: "Open it" })).toHaveAttribute(
    "href",
    "/w/atelier/coverage?piece=8",
  );
  expect(asked).toEqual([expect.objectContaining({ creator: 3, participation: 9, sending: 5 })]);
  expect(within(dialog).getByLabelText("Title")).toHaveValue("Un savon qui dure");
});

it("lets a viewer open nothing that changes", async () => {
  signedInAs({ ...alice, workspaces: [{ ...atelier, role: "viewer" }] });
  renderApp("/w/atelier/sendings?sending=5&quick=coverage");
  await screen.findByRole("dialog", { name: /Inès Benali/ });
  expect(screen.queryByRole("dialog", { name: /Add coverage/ })).not.toBeInTheDocument();
});
