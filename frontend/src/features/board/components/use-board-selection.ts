import { useMemo, useRef, useState } from "react";
import { toggle } from "@/shared/ui/data-table/selection";
import type { Column } from "../columns";
import type { Card } from "../model";

export interface BoardSelection {
  /** The cards selected, in the order they are shown in. */
  cards: readonly Card[];
  ids: ReadonlySet<number>;
  /** @param extend from the last card to this one. */
  toggle: (id: number, extend: boolean) => void;
  add: (ids: readonly number[]) => void;
  clear: () => void;
}

const nothing: ReadonlySet<number> = new Set();

/** Which cards are selected. Those that filters hide, or that went, are not: nothing changes unseen. */
export function useBoardSelection(columns: readonly Column[]): BoardSelection {
  const [chosen, setChosen] = useState(nothing);
  const anchor = useRef<number | null>(null);
  const cards = useMemo(
    () =>
      chosen.size === 0 ? [] : columns.flatMap((column) => column.cards.filter(({ id }) => chosen.has(id))),
    [columns, chosen],
  );
  const ids = useMemo(() => (cards.length === 0 ? nothing : new Set(cards.map(({ id }) => id))), [cards]);
  return {
    cards,
    ids,
    toggle: (id, extend) => {
      const shown = columns.flatMap((column) => column.cards.map((card) => card.id));
      setChosen(toggle(ids, shown, id, extend ? anchor.current : null));
      anchor.current = id;
    },
    add: (more) => {
      setChosen(new Set([...ids, ...more]));
      anchor.current ??= more[0] ?? null;
    },
    clear: () => setChosen(nothing),
  };
}
