import { describe, expect, it } from "vitest";
import { changedFields, mergeEdits } from "./edits";

const base = { city: "Lyon", notes: "", tags: ["cuisine"] };

it("sends only what was changed", () => {
  expect(changedFields(base, { ...base, tags: ["cuisine"] })).toEqual({});
  expect(changedFields(base, { ...base, city: "Nice", tags: [] })).toEqual({ city: "Nice", tags: [] });
});

describe("mergeEdits", () => {
  it.each([
    {
      case: "takes what one left alone",
      mine: { ...base, city: "Nice" },
      theirs: { ...base, notes: "vegan" },
      values: { city: "Nice", notes: "vegan", tags: ["cuisine"] },
      conflicts: [],
    },
    {
      case: "keeps what one typed, and tells",
      mine: { ...base, city: "Nice" },
      theirs: { ...base, city: "Paris" },
      values: { city: "Nice", notes: "", tags: ["cuisine"] },
      conflicts: [{ field: "city", mine: "Nice", theirs: "Paris" }],
    },
    {
      case: "agrees when both wrote the same",
      mine: { ...base, tags: [] },
      theirs: { ...base, tags: [] },
      values: { city: "Lyon", notes: "", tags: [] },
      conflicts: [],
    },
  ])("$case", ({ mine, theirs, values, conflicts }) => {
    expect(mergeEdits(base, mine, theirs)).toEqual({ values, conflicts });
  });
});
