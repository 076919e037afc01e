import { describe, expect, it } from "vitest";
import { rangeOf, toggle } from "./selection";

const ids = [10, 20, 30, 40, 50];

describe("rangeOf", () => {
  it.each([
    [20, 40, [20, 30, 40]],
    [40, 20, [20, 30, 40]],
    [30, 30, [30]],
    [99, 30, [30]],
  ])("from %s to %s", (from, to, expected) => {
    expect(rangeOf(ids, from, to)).toEqual(expected);
  });
});

describe("toggle", () => {
  it.each([
    { name: "selects one", selected: [], id: 20, anchor: null, expected: [20] },
    { name: "unselects one", selected: [20, 30], id: 20, anchor: null, expected: [30] },
    { name: "selects a range downwards", selected: [20], id: 40, anchor: 20, expected: [20, 30, 40] },
    { name: "selects a range upwards", selected: [40], id: 20, anchor: 40, expected: [40, 20, 30] },
    { name: "unselects a range", selected: [20, 30, 40], id: 40, anchor: 20, expected: [] },
    { name: "ignores an anchor that is gone", selected: [], id: 40, anchor: 99, expected: [40] },
  ])("$name", ({ selected, id, anchor, expected }) => {
    expect([...toggle(new Set(selected), ids, id, anchor)]).toEqual(expected);
  });
});
