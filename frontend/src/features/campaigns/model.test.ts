import { describe, expect, it } from "vitest";
import { budgetShare, campaignValues, segments } from "./model";

describe("segments", () => {
  it("groups stages and leaves out empty groups", () => {
    expect(segments({ prospect: 2, contacted: 1, in_conversation: 1, done: 4, dropped: 0 })).toEqual([
      { group: "toContact", count: 2, share: 0.25 },
      { group: "talking", count: 2, share: 0.25 },
      { group: "published", count: 4, share: 0.5 },
    ]);
  });
  it("is empty without cards", () => {
    expect(segments({})).toEqual([]);
  });
});

describe("budgetShare", () => {
  it.each([
    ["500.00", "2000.00", 0.25],
    ["2500.00", "2000.00", 1.25],
    ["0.00", "2000.00", 0],
    ["500.00", null, null],
    ["0.00", "0.00", null],
  ])("%s of %s is %s", (agreed, planned, share) => {
    expect(budgetShare(agreed, planned)).toBe(share);
  });
});

it("a new campaign takes the only brand there is", () => {
  expect(campaignValues(null, 7)).toMatchObject({ brand: 7, name: "", kind: "gifting", budget_amount: null });
});
