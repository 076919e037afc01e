import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import { type DataColumn, nextOrder } from "./model";
import type { RowKey } from "./selection";
import type { Selection } from "./use-selection";

interface TableHeadProps<Row, Key extends RowKey> {
  columns: DataColumn<Row>[];
  order: string | undefined;
  onOrder: ((order: string) => void) | undefined;
  selection: Selection<Key> | null;
}

export function TableHead<Row, Key extends RowKey>({
  columns,
  order,
  onOrder,
  selection,
}: TableHeadProps<Row, Key>) {
  const { t } = useLingui();
  return (
    <thead className={classes.head}>
      <tr>
        {selection && (
          <th scope="col" className={classes.box}>
            <Checkbox
              size="xs"
              aria-label={t`Select all rows shown`}
              checked={selection.all}
              indeterminate={selection.some}
              onChange={selection.toggleAll}
            />
          </th>
        )}
        {columns.map((column) => {
          const { id, header, orderBy, align } = column;
          const direction =
            order === orderBy ? "ascending" : order === `-${orderBy}` ? "descending" : undefined;
          const Arrow = direction === "ascending" ? IconArrowUp : IconArrowDown;
          return (
            <th
              key={id}
              scope="col"
              data-align={align}
              title={header}
              aria-sort={orderBy ? (direction ?? "none") : undefined}
            >
              {orderBy && onOrder ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => onOrder(nextOrder(order, { orderBy, align }))}
                >
                  <span className={classes.word}>{header}</span>
                  <Arrow size={13} aria-hidden className={direction ? undefined : classes.unsorted} />
                </button>
              ) : (
                header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
