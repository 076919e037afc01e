import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "@/shared/api/schemas";
import { alice, renderApp, signedInAs } from "@/testing/render";
import { http, server } from "@/testing/server";
// Loaded beforehand: no wait of a test counts the bundler's work.
import "./piece-sheet";

const base = "/api/v1/workspaces/{slug}";
const none = { results: [], next: null };
const nothing = { views: null, likes: null, comments: null, shares: null, clicks: null };

const review: Schemas["Coverage"] = {
  id: 8,
  version: 2,
  creator: { id: 3, name: "Inès Benali", avatar_url: "", main_platform: "blog", main_handle: "ines.example" },
  channel: null,
  campaign: { id: 2, name: "Box de printemps", brand: { id: 1, name: "Maison Olivier" } },
  participation: 9,
  sending: 5,
  kind: "article",
  platform: "blog",
  url: "https://ines.example/savon",
  canonical_url: "https://ines.example/savon",
  title: "Un savon qui dure",
  author: "Inès",
  site_name: "",
  language: "fr",
  image_url: "",
  published_on: "2026-11-12",
  notes: "",
  metrics: null,
  days_to_publish: { days: 8, basis: "delivered" },
  created_at: "2026-11-12T09:00:00Z",
  updated_at: "2026-11-12T09:00:00Z",
};

/** The list and the figures answer; what each was asked is kept. */
function published(...rows: Schemas["Coverage"][]) {
  const asked = { list: [] as URLSearchParams[], summary: [] as URLSearchParams[] };
  server.use(
    http.get(`${base}/coverage/`, ({ request, response }) => {
      asked.list.push(new URL(request.url).searchParams);
      return response(200).json({ results: rows, next: null });
    }),
    http.get(`${base}/coverage/summary/`, ({ request, response }) => {
      asked.summary.push(new URL(request.url).searchParams);
      return response(200).json({
        received_creators: 4,
        published_creators: 3,
        posting_rate: 0.75,
        days_to_publish: { median: 8, mean: 8.5, n: 3 },
        sendings: 5,
        answered_sendings: 3,
        pieces: rows.length,
        totals: { ...nothing, engagements: null },
        unknown: { views: 1, likes: 1, comments: 1, shares: 1, clicks: 1 },
      });
    }),
    http.get(`${base}/coverage/{id}/`, ({ response }) => response(200).json(rows[0] ?? review)),
  );
  return asked;
}

beforeEach(() => {
  signedInAs(alice);
  server.use(
    http.get(`${base}/refresh-runs/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/imports/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/campaigns/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/participations/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/sendings/`, ({ response }) => response(200).json(none)),
    http.get(`${base}/sendings/{id}/`, ({ response }) =>
      response.untyped(Response.json({ id: 5, items: [{ product: { id: 7, name: "Savon" } }] })),
    ),
    http.get(`${base}/coverage/{coverage_id}/metrics/`, ({ response }) => response(200).json(none)),
  );
});

it("reads its filters from the address, for the figures too, and lets go of one", async () => {
  const asked = published(review);
  const { router } = renderApp(
    "/w/atelier/coverage?platform=blog,youtube&kind=tweet&published_after=2026-09-01",
  );
  expect(await screen.findByRole("row", { name: /Un savon qui dure/ })).toBeVisible();
  expect(asked.list.at(-1)?.getAll("platform")).toEqual(["blog", "youtube"]);
  expect(asked.list.at(-1)?.has("kind")).toBe(false);
  expect(asked.summary.at(-1)?.getAll("platform")).toEqual(["blog", "youtube"]);
  expect(asked.summary.at(-1)?.get("since")).toBe("2026-09-01");
  await userEvent.click(screen.getByRole("button", { name: "Remove the filter YouTube" }));
  await waitFor(() => expect(router.state.location.search).toMatchObject({ platform: "blog" }));
  expect(screen.getByText("Published since 1 Sept 2026")).toBeVisible();
});

it("says what a publication answers, and how soon it came", async () => {
  published(review);
  renderApp("/w/atelier/coverage?piece=8");
  const sheet = await screen.findByRole("dialog", { name: /Un savon qui dure/ });
  expect(await within(sheet).findByText("Published 8 days after delivery")).toBeVisible();
  expect(within(sheet).getByRole("link", { name: "Box de printemps" })).toHaveAttribute(
    "href",
    "/w/atelier/campaigns/2?card=9",
  );
  expect(await within(sheet).findByRole("link", { name: "Savon" })).toHaveAttribute(
    "href",
    "/w/atelier/sendings?sending=5",
  );
});

it("corrects the numbers of a day, with what is known of it", async () => {
  published(review);
  const noted = { ...nothing, id: 4, taken_on: "2026-11-20", views: 1200, engagements: null, made_by: null };
  const asked: unknown[] = [];
  server.use(
    http.get(`${base}/coverage/{coverage_id}/metrics/`, ({ response }) =>
      response(200).json({ results: [noted], next: null }),
    ),
    http.post(`${base}/coverage/{coverage_id}/metrics/`, async ({ request, response }) => {
      asked.push(await request.json());
      return response(200).json(noted);
    }),
  );
  renderApp("/w/atelier/coverage?piece=8");
  await userEvent.click(await screen.findByRole("button", { name: "Correct the numbers of 20 Nov 2026" }));
  expect(screen.getByLabelText("Views")).toHaveValue("1,200");
  await userEvent.type(screen.getByLabelText("Likes"), "40");
  await userEvent.click(screen.getByRole("button", { name: "Note the numbers" }));
  await waitFor(() =>
    expect(asked).toEqual([{ ...nothing, taken_on: "2026-11-20", views: 1200, likes: 40 }]),
  );
});
