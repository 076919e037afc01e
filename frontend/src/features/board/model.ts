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

/** The board with these cards put in, at the newest version known; `pending` while the server has not confirmed them. */
export function withCards(board: Board, put: readonly Card[], pending: boolean): Board {
  const cards = new Map(board.cards);
  const waiting = new Set(board.pending);
  for (const card of put) {
    const version = Math.max(card.version, cards.get(card.id)?.version ?? 0);
    cards.set(card.id, { ...card, version });
    if (pending) waiting.add(card.id);
    else waiting.delete(card.id);
  }
  return { ...board, cards, pending: waiting };
}

export function withoutCards(board: Board, ids: readonly number[]): Board {
  const cards = new Map(board.cards);
  for (const id of ids) cards.delete(id);
  return { ...board, cards };
}

export function isLate(card: Pick<Card, "next_action_on">, today: string): boolean {
  return card.next_action_on !== null && card.next_action_on < today;
}

/** Stages in which nothing is waited for. */
const endKinds: readonly BoardStage["kind"][] = ["done", "declined", "dropped"];
const staleAfter = 14;

/** Days a card has stood in its stage when that is too long; `null` otherwise. */
export function staleDays(
  { stage_since }: Pick<Card, "stage_since">,
  kind: BoardStage["kind"],
  today: string,
) {
  if (endKinds.includes(kind)) return null;
  const days = Math.floor((Date.parse(today) - Date.parse(stage_since.slice(0, 10))) / 86_400_000);
  return days > staleAfter ? days : null;
}

/** Whether filters let a card show. Accents and case do not count in the text. */
export function matches(filters: BoardFilters, me: number, today: string): (card: Card) => boolean {
  const wanted = fold(filters.q ?? "");
  return (card) =>
    (filters.owner !== "me" || card.owner === me) &&
    (!filters.late || isLate(card, today)) &&
    (!wanted || fold(`${card.creator_name} ${card.main_handle} ${card.next_action}`).includes(wanted));
}

export const lostKinds: readonly BoardStage["kind"][] = ["declined", "dropped"];
