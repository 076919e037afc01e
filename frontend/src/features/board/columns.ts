import type { Board, BoardStage, Card } from "./model";

/** What the columns stand for. */
export type Grouping = "stage" | "owner";

export interface Column {
  /** Of the stage, or of the owner; 0 is nobody. */
  id: number;
  /** Tells columns of both groupings apart. */
  key: string;
  /** Absent when cards are grouped by owner. */
  stage?: BoardStage;
  /** Name of the owner; absent when cards are grouped by stage, and for nobody. */
  owner?: string;
  cards: Card[];
  /** Cards of the column, those hidden by filters included. */
  count: number;
  /** Sum of fees in whole cents; `null` when no card has one. */
  fees: string | null;
}

type Shows = (card: Card) => boolean;

/** Ranks are compared code unit by code unit, as the server does. */
export function byRank(a: Card, b: Card): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id - b.id;
}

/** Cards in the order they stand in on a board by stages: what bulk moves keep. */
export function inBoardOrder(board: Pick<Board, "stages">): (a: Card, b: Card) => number {
  const places = new Map(board.stages.map(({ id }, place) => [id, place]));
  return (a, b) => (places.get(a.stage) ?? 0) - (places.get(b.stage) ?? 0) || byRank(a, b);
}

const columnOf = (
  head: Pick<Column, "id" | "key" | "stage" | "owner">,
  all: Card[],
  shows: Shows,
): Column => ({
  ...head,
  cards: all.filter(shows),
  count: all.length,
  fees: sumOfFees(all),
});

/** Columns in the order of stages, each sorted by rank and narrowed by the filters. */
export function columnsByStage(board: Board, shows: Shows): Column[] {
  const byStage = new Map<number, Card[]>(board.stages.map(({ id }) => [id, []]));
  for (const card of board.cards.values()) byStage.get(card.stage)?.push(card);
  return board.stages.map((stage) =>
    columnOf(
      { id: stage.id, key: `stage-${stage.id}`, stage },
      (byStage.get(stage.id) ?? []).sort(byRank),
      shows,
    ),
  );
}

/** One column for nobody, then one for each person, members without a card included: one may be given to them. */
export function columnsByOwner(
  board: Board,
  members: readonly { id: number; name: string }[],
  shows: Shows,
): Column[] {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const byOwner = new Map<number, Card[]>([
    [0, []],
    ...members.map(({ id }) => [id, []] as [number, Card[]]),
  ]);
  for (const card of board.cards.values()) {
    const owner = card.owner ?? 0;
    // Who left the team may still own cards.
    if (!byOwner.has(owner)) byOwner.set(owner, []);
    if (owner && !names.has(owner)) names.set(owner, card.owner_name ?? "");
    byOwner.get(owner)?.push(card);
  }
  const order = inBoardOrder(board);
  return [...byOwner].map(([id, cards]) =>
    columnOf({ id, key: `owner-${id}`, owner: names.get(id) }, cards.sort(order), shows),
  );
}

function sumOfFees(cards: Card[]): string | null {
  const known = cards.filter(({ fee_amount }) => fee_amount !== null);
  if (known.length === 0) return null;
  const cents = known.reduce((sum, { fee_amount }) => sum + Math.round(Number(fee_amount) * 100), 0);
  return (cents / 100).toFixed(2);
}

/** The column a card stands in. */
export function columnWith(columns: readonly Column[], id: number): Column | undefined {
  return columns.find(({ cards }) => cards.some((card) => card.id === id));
}

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/** The card a key leads to; empty columns are passed over. */
export function neighbour(columns: readonly Column[], id: number, direction: Direction): Card | null {
  const column = columnWith(columns, id);
  if (!column) return null;
  const y = column.cards.findIndex((card) => card.id === id);
  if (direction === "up") return column.cards[y - 1] ?? null;
  if (direction === "down") return column.cards[y + 1] ?? null;
  if (direction === "first") return column.cards[0] ?? null;
  if (direction === "last") return column.cards.at(-1) ?? null;
  const step = direction === "left" ? -1 : 1;
  for (let x = columns.indexOf(column) + step; x >= 0 && x < columns.length; x += step) {
    const cards = columns[x]?.cards ?? [];
    const card = cards[Math.min(y, cards.length - 1)];
    if (card) return card;
  }
  return null;
}
