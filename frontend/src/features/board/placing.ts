import type { Card } from "./model";

/**
 * The card above the place where some were dropped; `null` for the top of the column.
 *
 * @param cards the column as shown.
 * @param moving ids of the cards being moved, which may stand in the column themselves.
 * @param target the card they were dropped on, and on which half; `null` for the free part of the column.
 */
export function cardAbove(
  cards: readonly Card[],
  moving: ReadonlySet<number>,
  target: { id: number; edge: "top" | "bottom" } | null,
): number | null {
  const place = target ? cards.findIndex(({ id }) => id === target.id) : -1;
  const end = !target || place < 0 ? cards.length : target.edge === "bottom" ? place + 1 : place;
  return cards.slice(0, end).findLast(({ id }) => !moving.has(id))?.id ?? null;
}

/** Ranks under one card, for the time the server needs to give the real ones. */
export function ranksAfter(cards: readonly Card[], after: number | null, count: number): string[] {
  const above = after === null ? "" : (cards.find(({ id }) => id === after)?.rank ?? "");
  // "\u0001" sorts right behind the card above and before any rank the server makes.
  return Array.from({ length: count }, (_, place) => `${above}\u0001${String(place).padStart(5, "0")}`);
}

/** Whether cards stand there already: in this column, one under the other, below that card. */
export function isSamePlace(column: readonly Card[], moving: readonly Card[], after: number | null): boolean {
  const start = after === null ? 0 : column.findIndex(({ id }) => id === after) + 1;
  return moving.every(({ id }, place) => column[start + place]?.id === id);
}
