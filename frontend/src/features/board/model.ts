import type { Schemas } from "@/shared/api/schemas";
import { fold } from "@/shared/format/fold";

export type Card = Schemas["BoardCard"];
export type BoardStage = Schemas["BoardStage"];
type BoardAnswer = Schemas["Board"];

/** A board as this screen keeps it: cards by id, and what the server has not yet confirmed. */
export interface Board {
  campaign: BoardAnswer["campaign"];
  stages: readonly BoardStage[];
  cards: ReadonlyMap<number, Card>;
  marker: number;
  /** Cards being changed right now: what the server says of them meanwhile is older than what is shown. */
  pending: ReadonlySet<number>;
}

export interface BoardFilters {
  q?: string;
  owner?: "me";
  late?: boolean;
}

/** Rows from columns: the answer holds each field once, with the values of all cards. */
export function readCards(columns: BoardAnswer["cards"]): Card[] {
  const names = Object.keys(columns) as (keyof Card)[];
  return columns.id.map(
    (_, index) => Object.fromEntries(names.map((name) => [name, columns[name][index]])) as unknown as Card,
  );
}

/** A board from an answer, or the known board with what changed since. */
export function withAnswer(known: Board | undefined, answer: BoardAnswer): Board {
  const cards = new Map(known?.cards);
  const pending = known?.pending ?? new Set<number>();
  for (const card of readCards(answer.cards)) {
    const old = cards.get(card.id);
    if (pending.has(card.id) || (old && old.version > card.version)) continue;
    cards.set(card.id, card);
  }
  for (const id of answer.removed) if (!pending.has(id)) cards.delete(id);
  return { campaign: answer.campaign, stages: answer.stages, cards, marker: answer.marker, pending };
}

/** The board with one card put in; `pending` while the server has not confirmed it. */
export function withCard(board: Board, card: Card, pending: boolean): Board {
  const waiting = new Set(board.pending);
  if (pending) waiting.add(card.id);
  else waiting.delete(card.id);
  return { ...board, cards: new Map(board.cards).set(card.id, card), pending: waiting };
}

export function withoutCard(board: Board, id: number): Board {
  const cards = new Map(board.cards);
  cards.delete(id);
  return { ...board, cards };
}

/** Ranks are compared code unit by code unit, as the server does. */
export function byRank(a: Card, b: Card): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id - b.id;
}

export interface Column {
  stage: BoardStage;
  cards: Card[];
  /** Cards of the stage, those hidden by filters included. */
  count: number;
  /** Sum of fees in whole cents; `null` when no card has one. */
  fees: string | null;
}

/** Columns in the order of stages, each sorted by rank and narrowed by the filters. */
export function columnsOf(board: Board, shows: (card: Card) => boolean): Column[] {
  const byStage = new Map<number, Card[]>(board.stages.map(({ id }) => [id, []]));
  for (const card of board.cards.values()) byStage.get(card.stage)?.push(card);
  return board.stages.map((stage) => {
    const all = (byStage.get(stage.id) ?? []).sort(byRank);
    return { stage, cards: all.filter(shows), count: all.length, fees: sumOfFees(all) };
  });
}

function sumOfFees(cards: Card[]): string | null {
  const known = cards.filter(({ fee_amount }) => fee_amount !== null);
  if (known.length === 0) return null;
  const cents = known.reduce((sum, { fee_amount }) => sum + Math.round(Number(fee_amount) * 100), 0);
  return (cents / 100).toFixed(2);
}

export function isLate(card: Pick<Card, "next_action_on">, today: string): boolean {
  return card.next_action_on !== null && card.next_action_on < today;
}

/** Whether filters let a card show. Accents and case do not count in the text. */
export function matches(filters: BoardFilters, me: number, today: string): (card: Card) => boolean {
  const wanted = fold(filters.q ?? "");
  return (card) =>
    (filters.owner !== "me" || card.owner === me) &&
    (!filters.late || isLate(card, today)) &&
    (!wanted || fold(`${card.creator_name} ${card.main_handle} ${card.next_action}`).includes(wanted));
}

/**
 * The card above the place where one was dropped; `null` for the top of the column.
 *
 * @param cards the column as shown.
 * @param moving id of the card being moved, which may stand in the column itself.
 * @param target the card it was dropped on, and on which half.
 */
export function cardAbove(
  cards: readonly Card[],
  moving: number,
  target: { id: number; edge: "top" | "bottom" } | null,
): number | null {
  const others = cards.filter(({ id }) => id !== moving);
  if (!target || target.id === moving) return others.at(-1)?.id ?? null;
  const index = others.findIndex(({ id }) => id === target.id);
  return target.edge === "bottom" ? target.id : (others[index - 1]?.id ?? null);
}

/** A rank between two others for the time the server needs to give the real one. */
export function rankAfter(cards: readonly Card[], moving: number, after: number | null): string {
  const others = cards.filter(({ id }) => id !== moving);
  if (after === null) return "";
  // "\u0001" sorts right behind the card above and before any rank the server makes.
  return `${others.find(({ id }) => id === after)?.rank ?? ""}\u0001`;
}

/** Whether a drop would change nothing. */
export function isSamePlace(cards: readonly Card[], card: Card, to: number, after: number | null): boolean {
  if (card.stage !== to) return false;
  const index = cards.findIndex(({ id }) => id === card.id);
  return (cards[index - 1]?.id ?? null) === after;
}

export const lostKinds: readonly BoardStage["kind"][] = ["declined", "dropped"];

type Direction = "up" | "down" | "left" | "right";

/** The card an arrow key leads to; empty columns are passed over. */
export function neighbour(columns: readonly Column[], id: number, direction: Direction): Card | null {
  const x = columns.findIndex(({ cards }) => cards.some((card) => card.id === id));
  const column = columns[x];
  if (!column) return null;
  const y = column.cards.findIndex((card) => card.id === id);
  if (direction === "up") return column.cards[y - 1] ?? null;
  if (direction === "down") return column.cards[y + 1] ?? null;
  const step = direction === "left" ? -1 : 1;
  for (let next = x + step; next >= 0 && next < columns.length; next += step) {
    const { cards } = columns[next] ?? { cards: [] };
    const card = cards[Math.min(y, cards.length - 1)];
    if (card) return card;
  }
  return null;
}
