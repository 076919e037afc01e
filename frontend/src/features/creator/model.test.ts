import { describe, expect, it } from "vitest";
import type { Audience, Creator } from "./api";
import {
  changedFields,
  chartRows,
  hasHistory,
  measured,
  newestFirst,
  sinceOf,
  sourcesOf,
  typedNumbers,
  valuesOf,
} from "./model";

const audience = {
  creator: 1,
  weeks: ["2026-11-02", "2026-11-09", "2026-11-16"],
  channels: [
    {
      id: 5,
      platform: "blog",
      handle: "",
      title: "",
      url: "",
      followers: [100, null, 120],
      engagement_rate: [],
      growth: [],
    },
  ],
  reach: [100, null, 120],
} satisfies Audience;

describe("numbers typed by hand", () => {
  it("tell zero from what was left empty", () => {
    expect(typedNumbers({ taken_on: "2026-11-16", followers: 0, posts_count: "", views_total: 12 })).toEqual({
      followers: 0,
      views_total: 12,
    });
  });
});

describe("the audience chart", () => {
  it("keeps a gap a gap", () => {
    expect(chartRows(audience).map((row) => row.channel5)).toEqual([100, null, 120]);
    expect(chartRows(audience)[1]).toEqual({ week: "2026-11-09", channel5: null, reach: null });
  });

  it("needs two numbers to draw a line", () => {
    expect(hasHistory(audience)).toBe(true);
    expect(
      hasHistory({
        ...audience,
        channels: [{ ...audience.channels[0], followers: [null, 7, null] } as never],
      }),
    ).toBe(false);
  });

  it("names no channel that has no line", () => {
    const silent = { ...audience.channels[0], id: 6, followers: [null, null, null] } as never;
    expect(measured([...audience.channels, silent]).map(({ id }) => id)).toEqual([5]);
  });

  it.each([
    ["30", "2026-10-22"],
    ["365", "2025-11-21"],
    ["all", "2000-01-01"],
  ] as const)("begins %s days ago", (span, since) => {
    expect(sinceOf(span, "2026-11-21")).toBe(since);
  });
});

it("puts what was written down later where it happened", () => {
  const moments = ["2026-11-20T10:00:00Z", "2026-11-02T09:00:00+01:00", "2026-11-19"];
  expect(newestFirst(moments.map((at) => ({ at }))).map(({ at }) => at)).toEqual([
    "2026-11-20T10:00:00Z",
    "2026-11-19",
    "2026-11-02T09:00:00+01:00",
  ]);
});

const base = {
  name: "Zoé",
  kind: "blogger",
  preferred_name: "",
  address_form: "",
  language: "fr",
  country: "FR",
  city: "Lyon",
  biography: "",
  notes: "",
  owner: { id: 2, name: "Bob" },
  tags: [],
  contact_points: [
    {
      id: 9,
      kind: "email",
      value: "zoe@example.org",
      label: "",
      is_primary: true,
      source_url: "",
      collected_at: "2026-11-01T10:00:00Z",
    },
  ],
  addresses: [],
} as unknown as Creator;

describe("editing", () => {
  it("sends only what changed", () => {
    const values = valuesOf(base);
    expect(changedFields(base, values)).toEqual({});
    expect(changedFields(base, { ...values, city: "Paris" })).toEqual({ city: "Paris" });
  });

  it("leaves out contacts that were left empty", () => {
    const values = valuesOf(base);
    const empty = {
      key: "x",
      kind: "phone",
      value: " ",
      label: "",
      is_primary: false,
      source_url: "",
    } as const;
    expect(changedFields(base, { ...values, contact_points: [...values.contact_points, empty] })).toEqual({});
  });
});

describe("the sources of a channel", () => {
  it("are told once each, with their newest day", () => {
    const hand = { via: "hand", at: "2026-08-02T12:00:00Z" };
    const feed = { via: "feed", at: "2026-11-20T05:00:00Z" };
    const older = { via: "feed", at: "2026-11-01T05:00:00Z" };
    const origins = { followers: hand, posts_count: older, posts_per_month: feed };
    expect(sourcesOf({ origins })).toEqual([feed, hand]);
    expect(sourcesOf({ origins: {} })).toEqual([]);
  });
});
