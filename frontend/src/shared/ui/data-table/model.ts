import type { LinkOptions } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RowKey } from "./selection";

export interface DataColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Name of the API's ordering; the header becomes a button. */
  orderBy?: string;
  /** Pixels. The primary column takes what is left over, and at least this. */
  width?: number;
  /** The same below 768 px, where it differs. */
  narrowWidth?: number;
  /** Numbers stand at the end, so that they can be compared. */
  align?: "start" | "end";
  /** Left out below 768 px. */
  wideOnly?: boolean;
  /** Carries the row's link. */
  primary?: boolean;
}

export interface DataTableProps<Row, Key extends RowKey = number> {
  /** Accessible name of the table. */
  label: string;
  columns: DataColumn<Row>[];
  /** `undefined` while loading. */
  rows: Row[] | undefined;
  rowId: (row: Row) => Key;
  /** How the row is called aloud: "Select Alice Martin". */
  rowName: (row: Row) => string;
  /** Where the row leads. A real link: it opens in a new tab, and Tab reaches it. */
  rowLink?: (row: Row) => LinkOptions;
  /** The API's `order`, e.g. `-followers`. */
  order?: string;
  onOrder?: (order: string) => void;
  selected?: ReadonlySet<Key>;
  onSelect?: (selected: Set<Key>) => void;
  /** All rows shown are selected, and all were asked for once more: those not shown are meant too. */
  onSelectAll?: () => void;
  error?: unknown;
  onRetry?: () => void;
  /** Nothing at all: teaches what comes here. */
  empty: ReactNode;
  /** Filters hide everything. Offers to clear them when given. */
  isFiltered?: boolean;
  onClearFilters?: () => void;
  /** More rows follow; called when the end comes near. */
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onMore?: () => void;
  /** Column ids hidden by choice. */
  hidden?: readonly string[];
}

/** The API's ordering after a click on a header: first the natural direction, then the other one. */
export function nextOrder(
  current: string | undefined,
  column: { orderBy: string; align?: "start" | "end" },
): string {
  const ascending = column.orderBy;
  const descending = `-${column.orderBy}`;
  // Biggest numbers first, names from A.
  const [first, second] = column.align === "end" ? [descending, ascending] : [ascending, descending];
  return current === first ? second : first;
}

const defaultWidth = 140;
const boxWidth = 40;
const primaryMinWidth = { wide: 200, narrow: 150 };

/** Pixels below which the table scrolls sideways rather than crush its columns; on a phone names give way first. */
export function minWidth<Row>(columns: DataColumn<Row>[], withBoxes: boolean, isNarrow = false): number {
  const widths = columns.map((column) =>
    column.primary ? primaryWidth(column, isNarrow) : widthOf(column, isNarrow),
  );
  return widths.reduce((sum, width) => sum + width, withBoxes ? boxWidth : 0);
}

function primaryWidth<Row>({ width = primaryMinWidth.wide }: DataColumn<Row>, isNarrow: boolean): number {
  return isNarrow ? primaryMinWidth.narrow : width;
}

/** Pixels of a column that is not the primary one. */
export function widthOf<Row>(
  { width = defaultWidth, narrowWidth }: DataColumn<Row>,
  isNarrow: boolean,
): number {
  return (isNarrow && narrowWidth) || width;
}
