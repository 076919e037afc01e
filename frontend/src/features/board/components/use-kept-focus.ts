import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { type Column, columnWith } from "../columns";

/**
 * Notices when the card that has the focus leaves its column, by an undo or by a colleague: it is drawn anew elsewhere,
 * or no longer, and the browser forgets the focus.
 *
 * @param onLost told the card that had it.
 */
export function useKeptFocus(
  board: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  onLost: (id: number) => void,
): void {
  const held = useRef<{ id: number; column: string } | null>(null);
  const take = useEffectEvent((target: Element) => {
    const id = Number(target.closest<HTMLElement>("[data-card-of]")?.dataset.cardOf);
    const column = columnWith(columns, id);
    held.current = column ? { id, column: column.key } : null;
  });
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    const enter = ({ target }: FocusEvent) => take(target as Element);
    // A card that is taken from the page says goodbye as one does that people leave; only afterwards can they be told apart.
    const leave = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if ((target as Element).isConnected && !element.contains(document.activeElement)) held.current = null;
      });
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    return () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, [board]);
  const lose = useEffectEvent(onLost);
  useEffect(() => {
    const was = held.current;
    if (!was || document.activeElement !== document.body) return;
    if (columnWith(columns, was.id)?.key === was.column) return;
    held.current = null;
    lose(was.id);
  }, [columns]);
}
