import { describe, expect, it } from "vitest";
import { byRank, columnsByOwner, columnsByStage, type Direction, inBoardOrder, neighbour } from "./columns";
import { boardOf, card } from "./fixtures";

const all = () => true;

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
  const columns = columnsByStage(board, ({ id }) => id === 1);
  expect(columns.map(({ cards, count, fees }) => [cards.length, count, fees])).toEqual([
    [1, 2, "0.30"],
    [0, 1, null],
    [0, 0, null],
  ]);
});

describe("columnsByOwner", () => {
  const members = [
    { id: 5, name: "Hugo" },
    { id: 6, name: "Inès" },
  ];
  const board = boardOf(
    card(1, { stage: 2, owner: 5, owner_name: "Hugo" }),
    card(2, { stage: 1, owner: 5, owner_name: "Hugo", rank: "b" }),
    card(3, { stage: 1, owner: 5, owner_name: "Hugo", rank: "a" }),
    card(4),
    card(5, { owner: 9, owner_name: "Paul" }),
  );

  it("has one for nobody, one for each member, and one for who left but still owns cards", () => {
    const columns = columnsByOwner(board, members, all);
    expect(columns.map(({ id, owner, count }) => [id, owner, count])).toEqual([
      [0, undefined, 1],
      [5, "Hugo", 3],
      [6, "Inès", 0],
      [9, "Paul", 1],
    ]);
  });

  it("keeps cards in the order of stages", () => {
    expect(columnsByOwner(board, members, all)[1]?.cards.map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it("counts what filters hide", () => {
    const hugo = columnsByOwner(board, members, ({ id }) => id === 1)[1];
    expect([hugo?.cards.length, hugo?.count]).toEqual([1, 3]);
  });
});

it("bulk moves keep the order of stages, then of ranks", () => {
  const cards = [card(1, { stage: 2 }), card(2, { rank: "b" }), card(3, { rank: "a" })];
  const order = inBoardOrder(boardOf());
  expect(cards.sort(order).map(({ id }) => id)).toEqual([3, 2, 1]);
});

describe("neighbour", () => {
  // Column 2 is empty.
  const columns = columnsByStage(boardOf(card(1), card(2), card(3, { stage: 3 })), all);
  it.each([
    [2, "right", 3],
    [3, "left", 1],
    [1, "down", 2],
    [1, "up", null],
    [3, "right", null],
    [2, "first", 1],
    [1, "last", 2],
    [3, "first", 3],
    [99, "down", null],
  ] as [number, Direction, number | null][])("of card %s, %s: %s", (id, direction, expected) => {
    expect(neighbour(columns, id, direction)?.id ?? null).toBe(expected);
  });
});
