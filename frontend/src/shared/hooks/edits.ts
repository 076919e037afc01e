/** A field that two people changed: what one typed, and what was saved meanwhile. */
export interface Conflict {
  field: string;
  mine: unknown;
  theirs: unknown;
}

/** The fields that differ. Only these are sent: what others change elsewhere stays theirs. */
export function changedFields<Values extends object>(before: Values, after: Values): Partial<Values> {
  const changed = Object.entries(after).filter(
    ([name, value]) => !isSame(value, before[name as keyof Values]),
  );
  return Object.fromEntries(changed) as Partial<Values>;
}

/**
 * Brings what one typed on top of what somebody else saved meanwhile. Fields one left alone take their value; fields
 * both changed keep what one typed, and are told.
 *
 * @param base what both started from.
 */
export function mergeEdits<Values extends object>(
  base: Values,
  mine: Values,
  theirs: Values,
): { values: Values; conflicts: Conflict[] } {
  const typed = changedFields(base, mine);
  const conflicts = Object.entries(typed).flatMap(([field, value]) => {
    const name = field as keyof Values;
    const isTheirs = !isSame(base[name], theirs[name]) && !isSame(value, theirs[name]);
    return isTheirs ? [{ field, mine: value, theirs: theirs[name] }] : [];
  });
  return { values: { ...theirs, ...typed }, conflicts };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
