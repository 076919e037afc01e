import { describe, expect, it } from "vitest";
import { card } from "./fixtures";
import { cardAbove, isSamePlace, ranksAfter } from "./placing";

const column = [card(1), card(2), card(3), card(4)];

describe("cardAbove", () => {
  it.each([
    ["on the upper half of the first", [9], { id: 1, edge: "top" }, null],
    ["on the lower half", [9], { id: 1, edge: "bottom" }, 1],
    ["on the upper half, below the card in hand", [2], { id: 3, edge: "top" }, 1],
    ["on the free part", [9], null, 4],
    ["on the free part, of the last card", [4], null, 3],
    ["of two, on the upper half of the last", [2, 3], { id: 4, edge: "top" }, 1],
    ["of two, on one of them", [2, 3], { id: 3, edge: "bottom" }, 1],
    ["of all, on one of them", [1, 2, 3, 4], { id: 3, edge: "bottom" }, null],
    ["on a card that just left", [9], { id: 77, edge: "top" }, 4],
  ] as [string, number[], { id: number; edge: "top" | "bottom" } | null, number | null][])(
    "%s",
    (_place, moving, target, above) => {
      expect(cardAbove(column, new Set(moving), target)).toBe(above);
    },
  );
});

describe("ranksAfter", () => {
  it.each([
    ["under a card", 1, "a1", "a2"],
    ["on top", null, "", "a1"],
  ])("%s, in order and between the neighbours", (_place, after, low, high) => {
    const ranks = ranksAfter(column, after, 12);
    expect([...ranks].sort()).toEqual(ranks);
    expect(ranks.every((rank) => rank > low && rank < high)).toBe(true);
  });
});

describe("isSamePlace", () => {
  it.each([
    ["a card where it stands", [card(2)], 1, true],
    ["a card on top where it stands", [card(1)], null, true],
    ["a card under another one", [card(2)], 3, false],
    ["a card of another column", [card(9)], 1, false],
    ["two where they stand", [card(2), card(3)], 1, true],
    ["two, one of which stands elsewhere", [card(2), card(4)], 1, false],
  ])("%s", (_what, moving, after, expected) => {
    expect(isSamePlace(column, moving, after)).toBe(expected);
  });
});
