import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconFilterOff } from "@tabler/icons-react";
import { type ReactNode, useMemo, useRef } from "react";
import { EmptyState } from "../empty-state";
import { ErrorState } from "../error-state";
import classes from "./data-table.module.css";
import { type DataTableProps, minWidth, widthOf } from "./model";
import type { RowKey } from "./selection";
import { SkeletonRows } from "./skeleton-rows";
import { TableBody } from "./table-body";
import { TableHead } from "./table-head";
import { useSelection } from "./use-selection";

const noRows: never[] = [];

/**
 * The one table of Relais: virtual rows, ordering by the server, selection with shift, and every state a list can be in
 * (loading, failed, empty, emptied by filters).
 */
export function DataTable<Row extends object, Key extends RowKey = number>(props: DataTableProps<Row, Key>) {
  const { label, columns, rows, rowId, order, onOrder, hidden, error } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const shown = useMemo(
    () => columns.filter((column) => !hidden?.includes(column.id) && !(isNarrow && column.wideOnly)),
    [columns, hidden, isNarrow],
  );
  const ids = useMemo(() => (rows ?? noRows).map(rowId), [rows, rowId]);
  const selection = useSelection(ids, props.selected, props.onSelect);

  const state = stateOf(props);
  if (state === "error") return <ErrorState error={error} action={<Retry onRetry={props.onRetry} />} />;
  if (state === "empty") return props.empty;
  if (state === "filtered") return <NothingMatches onClear={props.onClearFilters} />;

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      aria-busy={state === "loading"}
      data-selecting={(selection && !selection.isEmpty) || undefined}
    >
      <table
        className={classes.table}
        style={{ minWidth: minWidth(shown, selection !== null, isNarrow) }}
        aria-label={label}
        aria-rowcount={props.hasMore ? -1 : (rows?.length ?? -1) + 1}
      >
        <colgroup>
          {selection && <col style={{ width: 40 }} />}
          {shown.map((column) => (
            <col key={column.id} style={{ width: column.primary ? undefined : widthOf(column, isNarrow) }} />
          ))}
        </colgroup>
        <TableHead columns={shown} order={order} onOrder={onOrder} selection={selection} />
        {state === "loading" ? (
          <SkeletonRows columns={shown.length + (selection ? 1 : 0)} />
        ) : (
          <TableBody
            {...props}
            columns={shown}
            rows={rows ?? noRows}
            ids={ids}
            scroller={scroller}
            selection={selection}
          />
        )}
      </table>
    </div>
  );
}

type State = "loading" | "error" | "empty" | "filtered" | "rows";

function stateOf({
  rows,
  error,
  isFiltered,
}: Pick<DataTableProps<object>, "error" | "isFiltered"> & { rows: unknown[] | undefined }): State {
  // Rows already here stay while a refresh fails: old truth beats none.
  if (error && !rows) return "error";
  if (!rows) return "loading";
  if (rows.length > 0) return "rows";
  return isFiltered ? "filtered" : "empty";
}

function Retry({ onRetry }: { onRetry?: () => void }): ReactNode {
  const { t } = useLingui();
  return onRetry ? <Button onClick={onRetry}>{t`Try again`}</Button> : null;
}

function NothingMatches({ onClear }: { onClear?: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t`Nothing matches these filters`}
      action={onClear && <Button variant="default" onClick={onClear}>{t`Clear the filters`}</Button>}
    >
      {t`Loosen one of them, or clear them all to see everything again.`}
    </EmptyState>
  );
}
