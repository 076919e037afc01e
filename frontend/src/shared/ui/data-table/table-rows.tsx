import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import classes from "./data-table.module.css";
import type { DataTableProps } from "./model";
import type { RowKey } from "./selection";
import type { Selection } from "./use-selection";

interface TableRowsProps<Row extends object, Key extends RowKey>
  extends Pick<DataTableProps<Row, Key>, "columns" | "rowId" | "rowName" | "rowLink"> {
  rows: Row[];
  selection: Selection<Key> | null;
  rowHeight: number;
  /** Which of them are drawn; an empty space stands for the others. */
  first: number;
  last: number;
}

export function TableRows<Row extends object, Key extends RowKey>(props: TableRowsProps<Row, Key>) {
  const { columns, rows, selection, rowHeight, first, last } = props;
  const { t } = useLingui();
  const span = columns.length + (selection ? 1 : 0);
  return (
    <>
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
      <Spacer height={(rows.length - 1 - last) * rowHeight} span={span} />
    </>
  );
}

function Spacer({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
