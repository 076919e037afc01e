/** As a view keeps one. */
export interface ViewColumn {
  name: string;
}

/** Columns that may be left out; the name always stands. */
export const hideable = [
  "platforms",
  "followers",
  "engagement",
  "status",
  "owner",
  "last_contact",
  "last_published",
  "country",
  "tier",
  "tags",
] as const;

export type ColumnId = (typeof hideable)[number];

/** In an address, where leaving it out means: as last time. */
const nothing = "none";
const storageKey = (slug: string) => `relais.columns.${slug}`;

/** Columns not shown: as the address says, or else as they were last left on this device. */
export function hiddenColumns(slug: string, hide: string | undefined): ColumnId[] {
  const written = (hide ?? localStorage.getItem(storageKey(slug)) ?? nothing).split(",");
  return hideable.filter((id) => written.includes(id));
}

/** The same as the address holds it; kept for the next time. */
export function keepHidden(slug: string, hidden: readonly ColumnId[]): string {
  const written = hidden.join(",") || nothing;
  localStorage.setItem(storageKey(slug), written);
  return written;
}

/** What a view leaves out; `undefined` when it was saved without a choice. */
export function hiddenInView({ columns }: { columns: readonly ViewColumn[] }): string | undefined {
  if (columns.length === 0) return undefined;
  const shown = new Set<string>(columns.map(({ name }) => name));
  return hideable.filter((id) => !shown.has(id)).join(",") || nothing;
}

/** The columns shown, as a view keeps them. */
export function shownColumns(hidden: readonly ColumnId[]): ViewColumn[] {
  return ["name", ...hideable.filter((id) => !hidden.includes(id))].map((name) => ({ name }));
}
