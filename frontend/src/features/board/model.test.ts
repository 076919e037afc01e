import { describe, expect, it } from "vitest";
import { boardOf, card, head, stage } from "./fixtures";
import { type Card, matches, staleDays, withAnswer, withCards, withoutCards } from "./model";

function answer(cards: Card[], removed: number[] = []) {
  const names = Object.keys(card(0)) as (keyof Card)[];
  const columns = Object.fromEntries(names.map((name) => [name, cards.map((each) => each[name])]));
  return {
    campaign: head,
    stages: [stage(1), stage(2), stage(3)],
    cards: columns,
    removed,
    marker: 8,
  } as unknown as Parameters<typeof withAnswer>[1];
}

describe("withAnswer", () => {
  it("reads cards from columns", () => {
    expect(withAnswer(undefined, answer([card(1), card(2)])).cards.get(2)).toEqual(card(2));
  });
  it("takes what others changed and removed", () => {
    const board = withAnswer(boardOf(card(1), card(2)), answer([card(1, { stage: 2, version: 2 })], [2]));
    expect([...board.cards.values()]).toEqual([card(1, { stage: 2, version: 2 })]);
    expect(board.marker).toBe(8);
  });
  it("keeps a card that is being moved, and one that is newer", () => {
    const moving = withCards(boardOf(card(1), card(2, { version: 5 })), [card(1, { stage: 3 })], true);
    const board = withAnswer(moving, answer([card(1, { version: 2 }), card(2, { version: 4 })], [1]));
    expect(board.cards.get(1)?.stage).toBe(3);
    expect(board.cards.get(2)?.version).toBe(5);
  });
});

describe("matches", () => {
  const late = card(1, {
    next_action: "Relancer",
    next_action_on: "2026-11-20",
    creator_name: "Élodie Garçon",
  });
  it.each([
    [{ q: "elodie garcon" }, true],
    [{ q: "relancer" }, true],
    [{ q: "autre" }, false],
    [{ late: true }, true],
    [{ owner: "me" as const }, false],
  ])("%o: %s", (filters, shows) => {
    expect(matches(filters, 9, "2026-11-21")(late)).toBe(shows);
  });
  it("is not late on the day itself", () => {
    expect(matches({ late: true }, 9, "2026-11-20")(late)).toBe(false);
  });
});

it("puts many cards in and takes many out", () => {
  const board = withCards(
    boardOf(card(1), card(2), card(3)),
    [card(1, { stage: 2 }), card(2, { stage: 2 })],
    true,
  );
  expect([...board.pending]).toEqual([1, 2]);
  expect([...withCards(board, [card(1)], false).pending]).toEqual([2]);
  expect([...withoutCards(board, [1, 3]).cards.keys()]).toEqual([2]);
});

it("never shows a card at a version older than one it has read", () => {
  const newer = boardOf(card(1, { owner: 5, version: 2 }));
  const shown = withCards(newer, [card(1, { owner: null, version: 1 })], true);
  expect(shown.cards.get(1)).toEqual(card(1, { owner: null, version: 2 }));
});

describe("staleDays", () => {
  it.each([
    ["2026-11-01T23:30:00Z", "contacted", "2026-11-15", null],
    ["2026-11-01T00:10:00Z", "contacted", "2026-11-16", 15],
    ["2026-01-01T00:00:00Z", "published", "2026-11-16", 319],
    ["2026-01-01T00:00:00Z", "done", "2026-11-16", null],
    ["2026-01-01T00:00:00Z", "declined", "2026-11-16", null],
  ] as const)("since %s in %s, on %s: %s", (stage_since, kind, today, expected) => {
    expect(staleDays({ stage_since }, kind, today)).toBe(expected);
  });
});
