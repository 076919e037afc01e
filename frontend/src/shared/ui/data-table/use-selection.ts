import { useRef } from "react";
import { type RowKey, toggle } from "./selection";

export interface Selection<Key extends RowKey> {
  has: (id: Key) => boolean;
  /** @param extend from the last row clicked to this one. */
  toggle: (id: Key, extend: boolean) => void;
  toggleAll: () => void;
  /** Adds these to the selection. */
  add: (ids: readonly Key[]) => void;
  clear: () => void;
  all: boolean;
  some: boolean;
  isEmpty: boolean;
}

/** Selection of rows, held by the screen; `null` when rows cannot be selected. */
export function useSelection<Key extends RowKey>(
  ids: readonly Key[],
  selected: ReadonlySet<Key> | undefined,
  onSelect: ((selected: Set<Key>) => void) | undefined,
): Selection<Key> | null {
  const anchor = useRef<Key | null>(null);
  if (!selected || !onSelect) return null;
  const count = ids.filter((id) => selected.has(id)).length;
  const all = ids.length > 0 && count === ids.length;
  return {
    all,
    some: count > 0 && !all,
    has: (id) => selected.has(id),
    toggle: (id, extend) => {
      onSelect(toggle(selected, ids, id, extend ? anchor.current : null));
      anchor.current = id;
    },
    add: (more) => {
      onSelect(new Set([...selected, ...more]));
      anchor.current ??= more[0] ?? null;
    },
    clear: () => onSelect(new Set()),
    isEmpty: selected.size === 0,
    toggleAll: () => onSelect(all ? new Set() : new Set(ids)),
  };
}
