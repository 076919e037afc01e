import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import classes from "./data-table.module.css";

const widths = ["62%", "48%", "70%", "55%", "66%", "44%", "58%", "50%"];

/** Rows of the coming table's shape. */
export function SkeletonRows({ columns }: { columns: number }) {
  const { t } = useLingui();
  return (
    <tbody>
      {widths.map((width, index) => (
        <tr key={width} className={classes.row}>
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
            <td key={column}>
              {index === 0 && column === 0 && <span className="visually-hidden">{t`Loading`}</span>}
              <Skeleton height={10} width={width} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
