import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";
import { useRowHeight } from "../../hooks/use-density";
import classes from "./data-table.module.css";
import type { DataTableProps } from "./model";
import type { RowKey } from "./selection";
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

export function TableBody<Row extends object, Key extends RowKey>(props: TableBodyProps<Row, Key>) {
  const { columns, rows, ids, scroller, selection, hasMore, isLoadingMore, onMore } = props;
  const { t } = useLingui();
  const rowHeight = useRowHeight();
  const isVirtual = rows.length >= virtualFrom;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isVirtual,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of density changes every height.
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useRowKeys({
    ids,
    scroller,
    selection,
    onSelectAll: props.onSelectAll,
    show: (index) => isVirtual && virtualizer.scrollToIndex(index),
  });
  useMoreNearTheEnd({ scroller, isWanted: Boolean(hasMore && !isLoadingMore), onMore, rowHeight });

  const items = virtualizer.getVirtualItems();
  const first = isVirtual ? (items[0]?.index ?? 0) : 0;
  const last = isVirtual ? (items.at(-1)?.index ?? -1) : rows.length - 1;
  const span = columns.length + (selection ? 1 : 0);

  return (
    <tbody>
      <Spacer height={first * rowHeight} span={span} />
      {rows.slice(first, last + 1).map((row, offset) => {
        const id = props.rowId(row);
        const name = props.rowName(row);
        return (
          <tr
            key={id}
            className={classes.row}
            // Only where no link in it can be focused.
            tabIndex={props.rowLink ? undefined : -1}
            data-index={first + offset}
            aria-rowindex={first + offset + 2}
            data-selected={selection?.has(id) || undefined}
          >
            {selection && (
              <td className={classes.box}>
                <Checkbox
                  size="xs"
                  aria-label={t`Select ${name}`}
                  checked={selection.has(id)}
                  // `change` does not know whether shift is held; `click` does.
                  onChange={() => {}}
                  onClick={(event) => selection.toggle(id, event.shiftKey)}
                />
              </td>
            )}
            {columns.map((column) => (
              <td key={column.id} data-align={column.align}>
                {column.primary && props.rowLink ? (
                  <Link {...props.rowLink(row)} className={classes.link} data-row-link>
                    {column.cell(row)}
                  </Link>
                ) : (
                  column.cell(row)
                )}
              </td>
            ))}
          </tr>
        );
      })}
      <Spacer height={Math.max(0, rows.length - 1 - last) * rowHeight} span={span} />
      {isLoadingMore && (
        <tr className={classes.row}>
          <td colSpan={span} className={classes.more}>
            {t`Loading more…`}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
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
