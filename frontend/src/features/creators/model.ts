import * as v from "valibot";
import { type ColumnId, hiddenInView, shownColumns, type ViewColumn } from "./columns";

/** Filters that hold several values, written `a,b`. */
export const listFilters = [
  "kind",
  "platform",
  "tier",
  "country",
  "language",
  "tags_any",
  "tags_all",
  "list",
  "owner",
  "status",
] as const;

const numberFilters = ["followers_min", "followers_max", "engagement_min", "engagement_max"] as const;
const dayFilters = ["contacted_before", "contacted_after", "published_after"] as const;

export type ListFilter = (typeof listFilters)[number];
export type NumberFilter = (typeof numberFilters)[number];
export type DayFilter = (typeof dayFilters)[number];
export type FilterName = "q" | "has_email" | ListFilter | NumberFilter | DayFilter;

/** Filters as the API reads them: what the list, a bulk change and a saved view all take. */
export type Filters = Partial<Record<FilterName, string>>;

export const filterNames: readonly FilterName[] = [
  "q",
  "has_email",
  ...listFilters,
  ...numberFilters,
  ...dayFilters,
];

const columns = ["created", "name", "followers", "engagement", "last_contact", "last_published"] as const;
type Column = (typeof columns)[number];
export type Order = Column | `-${Column}`;
const orders = columns.flatMap((column): Order[] => [column, `-${column}`]);
export const defaultOrder: Order = "-created";

/** What cannot be meant is left out: an address typed wrong still shows the list. */
const lenient = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.optional(schema), undefined as v.InferOutput<Schema> | undefined);

const text = lenient(v.union([v.pipe(v.string(), v.nonEmpty()), v.number(), v.boolean()]));
const amount = lenient(v.pipe(v.number(), v.minValue(0)));
const day = lenient(v.pipe(v.string(), v.isoDate()));

const every = <Name extends string, Schema>(names: readonly Name[], schema: Schema) =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;

/** The address of the creators list. */
export const creatorsSearch = v.object({
  q: text,
  has_email: lenient(v.boolean()),
  ...every(listFilters, text),
  ...every(numberFilters, amount),
  ...every(dayFilters, day),
  order: lenient(v.picklist(orders)),
  view: lenient(v.number()),
  /** Columns left out; see `columns.ts`. */
  hide: lenient(v.string()),
  add: lenient(v.boolean()),
});

export type CreatorsSearch = v.InferOutput<typeof creatorsSearch>;

export function filtersOf(search: CreatorsSearch): Filters {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = search[name];
    if (value !== undefined && value !== "") filters[name] = String(value);
  }
  return filters;
}

/** Filters as the address holds them: numbers and booleans are written bare, without quotes. */
export function searchOf(filters: Filters): CreatorsSearch {
  const entries = filterNames.flatMap((name) => {
    const value = filters[name];
    return value ? [[name, bare(value)] as const] : [];
  });
  return Object.fromEntries(entries) as CreatorsSearch;
}

function bare(value: string): string | number | boolean {
  if (value === "true" || value === "false") return value === "true";
  const number = Number(value);
  return String(number) === value ? number : value;
}

export function valuesOf(filters: Filters, name: ListFilter): string[] {
  return filters[name]?.split(",") ?? [];
}

export function withValues(filters: Filters, name: ListFilter, values: readonly string[]): Filters {
  return withFilter(filters, name, values.join(","));
}

export function withFilter(filters: Filters, name: FilterName, value: string | null): Filters {
  const { [name]: _before, ...others } = filters;
  return value ? { ...others, [name]: value } : others;
}

/** A list in which any tag is enough, or all are asked for: never both at once. */
export function withTags(filters: Filters, tags: readonly string[], all: boolean): Filters {
  const without = withValues(withValues(filters, "tags_any", []), "tags_all", []);
  return withValues(without, all ? "tags_all" : "tags_any", tags);
}

interface ViewLike {
  query: Record<string, string>;
  columns: readonly ViewColumn[];
}

/** What a saved view shows; parameters this version does not know are left out. */
export function searchOfView(view: ViewLike & { id: number }): CreatorsSearch {
  const order = orders.find((known) => known === view.query.order);
  return {
    ...searchOf(filtersIn(view)),
    order: order === defaultOrder ? undefined : order,
    view: view.id,
    hide: hiddenInView(view),
  };
}

export function queryOfView(filters: Filters, order: Order): Record<string, string> {
  return { ...filters, order };
}

/** Whether what is shown is no longer what the view says. */
export function differs(
  view: ViewLike,
  filters: Filters,
  order: Order,
  hidden: readonly ColumnId[],
): boolean {
  const saved = filtersIn(view);
  const columns = hiddenInView(view);
  return (
    (view.query.order ?? defaultOrder) !== order ||
    filterNames.some((name) => saved[name] !== filters[name]) ||
    (columns !== undefined && columns !== hiddenInView({ columns: shownColumns(hidden) }))
  );
}

function filtersIn({ query }: ViewLike): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => (query[name] ? [[name, query[name]]] : [])),
  ) as Filters;
}

/** The server counts no further than this. */
export const countLimit = 10_000;
