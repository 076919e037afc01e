import { type RefObject, useEffect, useRef, useState } from "react";
import { isUnfocused } from "../../commands/typing";
import { useCommands } from "../../commands/use-commands";
import type { RowKey } from "./selection";
import type { Selection } from "./use-selection";

interface RowKeys<Key extends RowKey> {
  ids: readonly Key[];
  scroller: RefObject<HTMLElement | null>;
  selection: Selection<Key> | null;
  onSelectAll: (() => void) | undefined;
  /** Scrolls to a row that may not be drawn. */
  show: (index: number) => void;
}

/** Walks the rows by keys, and selects them. The focus is on the row's link, or on the row where it has none. */
export function useRowKeys<Key extends RowKey>({
  ids,
  scroller,
  selection,
  onSelectAll,
  show,
}: RowKeys<Key>) {
  /** Where the focus was last: what keys go on from when it has left the rows. */
  const last = useRef<Key | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-index="${wanted}"]`);
    // Not drawn yet: the list is on its way there.
    if (!row) return;
    (linkOf(row) ?? row).focus();
    setWanted(null);
  });

  /** The row that holds the focus; -1 for none, `null` when the focus is somewhere else on the page. */
  const place = (): number | null => {
    const focused = document.activeElement;
    if (focused && scroller.current?.contains(focused)) {
      const row = focused.closest<HTMLElement>("tr[data-index]");
      return row ? Number(row.dataset.index) : -1;
    }
    return isUnfocused() ? -1 : null;
  };
  const goTo = (index: number) => {
    const id = ids[Math.max(0, Math.min(index, ids.length - 1))];
    if (id === undefined) return false;
    last.current = id;
    const target = ids.indexOf(id);
    show(target);
    setWanted(target);
    return true;
  };
  const step = (by: number) => {
    const here = place();
    if (here === null) return false;
    const from = here >= 0 || last.current === null ? here : ids.indexOf(last.current);
    // From nowhere, either way leads to the first row.
    return goTo(from < 0 ? 0 : from + by);
  };
  const atRow = (act: (id: Key, index: number) => void) => {
    const here = place();
    const id = here === null ? undefined : ids[here];
    if (here === null || id === undefined) return false;
    act(id, here);
    return true;
  };
  const extend = (by: number) =>
    atRow((id, index) => {
      const next = ids[index + by];
      selection?.add(next === undefined ? [id] : [id, next]);
      goTo(index + by);
    });

  const mayStep = ids.length > 0;
  const maySelect = mayStep && selection !== null;
  useCommands({
    "row.next": mayStep && (() => step(1)),
    "row.previous": mayStep && (() => step(-1)),
    "row.first": mayStep && (() => place() !== null && goTo(0)),
    "row.last": mayStep && (() => place() !== null && goTo(ids.length - 1)),
    // A link or a button that has the focus takes Enter itself.
    "row.open": mayStep && (() => !document.activeElement?.matches("a, button") && atRow(() => openRow())),
    "row.select": maySelect && (() => atRow((id) => selection.toggle(id, false))),
    "row.range": maySelect && (() => atRow((id) => selection.toggle(id, true))),
    "row.extend-down": maySelect && (() => extend(1)),
    "row.extend-up": maySelect && (() => extend(-1)),
    "rows.all": maySelect && (() => (selection.all ? onSelectAll?.() : selection.add(ids))),
    "rows.none": maySelect && !selection.isEmpty && (() => selection.clear()),
  });
}

const linkOf = (row: HTMLElement) => row.querySelector<HTMLElement>("a[data-row-link]");

function openRow(): void {
  const row = document.activeElement?.closest<HTMLElement>("tr[data-index]");
  if (row) linkOf(row)?.click();
}
