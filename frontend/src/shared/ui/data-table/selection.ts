export type RowKey = number | string;

/** Ids between two rows of the list as it is shown, both included. */
export function rangeOf<Key extends RowKey>(ids: readonly Key[], from: Key, to: Key): Key[] {
  const start = ids.indexOf(from);
  const end = ids.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return ids.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/**
 * The selection after a click on one row's box. With shift held, every row since the last click
 * takes the state this one takes.
 */
export function toggle<Key extends RowKey>(
  selected: ReadonlySet<Key>,
  ids: readonly Key[],
  id: Key,
  anchor: Key | null,
): Set<Key> {
  const next = new Set(selected);
  const select = !selected.has(id);
  for (const key of anchor === null ? [id] : rangeOf(ids, anchor, id)) {
    if (select) next.add(key);
    else next.delete(key);
  }
  return next;
}
