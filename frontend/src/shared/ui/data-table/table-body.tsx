import { useLingui } from "@lingui/react/macro";
import { lazy, type RefObject, Suspense, useEffect, useRef } from "react";
import { useRowHeight } from "../../hooks/use-density";
import classes from "./data-table.module.css";
import type { DataTableProps } from "./model";
import type { RowKey } from "./selection";
import { TableRows } from "./table-rows";
import { useRowKeys } from "./use-row-keys";
import type { Selection } from "./use-selection";

interface TableBodyProps<Row extends object, Key extends RowKey> extends DataTableProps<Row, Key> {
  rows: Row[];
  ids: readonly Key[];
  scroller: RefObject<HTMLDivElement | null>;
  selection: Selection<Key> | null;
}

/** Below this many rows the browser needs no help, and find-in-page and printing see them all. */
const virtualFrom = 100;
// Few lists are that long: what they need comes when one is met.
const RowsInView = lazy(() => import("./rows-in-view"));

export function TableBody<Row extends object, Key extends RowKey>(props: TableBodyProps<Row, Key>) {
  const { columns, rows, ids, scroller, selection, hasMore, isLoadingMore, onMore } = props;
  const { t } = useLingui();
  const rowHeight = useRowHeight();
  const scrollTo = useRef((_index: number) => {});
  useRowKeys({
    ids,
    scroller,
    selection,
    onSelectAll: props.onSelectAll,
    show: (index) => scrollTo.current(index),
  });
  useMoreNearTheEnd({ scroller, isWanted: Boolean(hasMore && !isLoadingMore), onMore, rowHeight });

  const draw = (first: number, last: number) => (
    <TableRows {...props} rowHeight={rowHeight} first={first} last={last} />
  );
  const all = draw(0, rows.length - 1);
  return (
    <tbody>
      {rows.length < virtualFrom ? (
        all
      ) : (
        <Suspense fallback={all}>
          <RowsInView count={rows.length} rowHeight={rowHeight} scroller={scroller} scrollTo={scrollTo}>
            {draw}
          </RowsInView>
        </Suspense>
      )}
      {isLoadingMore && (
        <tr className={classes.row}>
          <td colSpan={columns.length + (selection ? 1 : 0)} className={classes.more}>
            {t`Loading more…`}
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface MoreOptions {
  scroller: RefObject<HTMLDivElement | null>;
  isWanted: boolean;
  onMore: (() => void) | undefined;
  rowHeight: number;
}

function useMoreNearTheEnd({ scroller, isWanted, onMore, rowHeight }: MoreOptions) {
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isWanted || !onMore) return;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      if (left < 20 * rowHeight) onMore();
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [scroller, isWanted, onMore, rowHeight]);
}
