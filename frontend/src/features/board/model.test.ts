import { describe, expect, it } from "vitest";
import {
  type Board,
  byRank,
  type Card,
  cardAbove,
  columnsOf,
  isSamePlace,
  matches,
  neighbour,
  rankAfter,
  withAnswer,
  withCard,
} from "./model";

function card(id: number, change: Partial<Card> = {}): Card {
  return {
    id,
    stage: 1,
    rank: `a${id}`,
    creator: 100 + id,
    creator_name: `Créateur ${id}`,
    main_platform: "blog",
    main_handle: `blog-${id}.example`,
    followers: null,
    engagement_rate: null,
    last_contacted_at: null,
    owner: null,
    owner_name: null,
    next_action: "",
    next_action_on: null,
    fee_amount: null,
    stage_since: "2026-11-01T09:00:00Z",
    lost_reason: "",
    version: 1,
    ...change,
  };
}

const stage = (id: number) => ({
  id,
  kind: "prospect" as const,
  label_en: "To contact",
  label_fr: "À contacter",
  colour: "gray",
  count: 0,
  fee_total: "0.00",
});

const head = {
  id: 1,
  name: "Box",
  kind: "gifting" as const,
  state: "active" as const,
  brand: 1,
  brand_name: "Lune",
  budget_amount: null,
  is_archived: false,
};

function boardOf(...cards: Card[]): Board {
  const byId = new Map(cards.map((each) => [each.id, each]));
  return {
    campaign: head,
    stages: [stage(1), stage(2), stage(3)],
    cards: byId,
    marker: 7,
    pending: new Set(),
  };
}

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
    const moving = withCard(boardOf(card(1), card(2, { version: 5 })), card(1, { stage: 3 }), true);
    const board = withAnswer(moving, answer([card(1, { version: 2 }), card(2, { version: 4 })], [1]));
    expect(board.cards.get(1)?.stage).toBe(3);
    expect(board.cards.get(2)?.version).toBe(5);
  });
});

it("sorts ranks by code unit, as the server does", () => {
  const ranks = [card(1, { rank: "b" }), card(2, { rank: "B" }), card(3, { rank: "a" })];
  expect(ranks.sort(byRank).map(({ rank }) => rank)).toEqual(["B", "a", "b"]);
});

it("sums fees of what is known, and counts what filters hide", () => {
  const board = boardOf(
    card(1, { fee_amount: "0.10" }),
    card(2, { fee_amount: "0.20" }),
    card(3, { stage: 2 }),
  );
  const columns = columnsOf(board, ({ id }) => id === 1);
  expect(columns.map(({ cards, count, fees }) => [cards.length, count, fees])).toEqual([
    [1, 2, "0.30"],
    [0, 1, null],
    [0, 0, null],
  ]);
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

describe("a drop", () => {
  const column = [card(1), card(2), card(3)];
  it.each([
    ["on the upper half of the first", 9, { id: 1, edge: "top" as const }, null],
    ["on the lower half", 9, { id: 1, edge: "bottom" as const }, 1],
    ["on the upper half, below the card in hand", 2, { id: 3, edge: "top" as const }, 1],
    ["on the free part", 9, null, 3],
    ["on the free part, of the last card", 3, null, 2],
  ])("%s", (_place, moving, target, above) => {
    expect(cardAbove(column, moving, target)).toBe(above);
  });
  it("gets a rank between its new neighbours", () => {
    const rank = rankAfter(column, 9, 1);
    expect(rank > "a1" && rank < "a2").toBe(true);
    expect(rankAfter(column, 9, null) < "a1").toBe(true);
  });
  it("where the card stands already changes nothing", () => {
    expect(isSamePlace(column, card(2), 1, 1)).toBe(true);
    expect(isSamePlace(column, card(2), 1, 3)).toBe(false);
    expect(isSamePlace(column, card(2), 2, 1)).toBe(false);
  });
});

it("arrows pass over empty columns and stop at the ends", () => {
  const columns = columnsOf(boardOf(card(1), card(2), card(3, { stage: 3 })), () => true);
  expect(neighbour(columns, 2, "right")?.id).toBe(3);
  expect(neighbour(columns, 3, "left")?.id).toBe(1);
  expect(neighbour(columns, 1, "down")?.id).toBe(2);
  expect(neighbour(columns, 1, "up")).toBeNull();
  expect(neighbour(columns, 3, "right")).toBeNull();
});
