import { useLingui } from "@lingui/react/macro";
import classes from "./board.module.css";

const columns = [4, 3, 5, 2, 3];

/** The shape of a board while it loads. */
export function BoardSkeleton() {
  const { t } = useLingui();
  return (
    <div className={classes.board} role="status" aria-label={t`Loading`}>
      {columns.map((count, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns of a drawing have no identity.
        <div key={column} className={classes.column}>
          <div className={classes.head} />
          {Array.from({ length: count }, (_, card) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: neither have its cards.
            <div key={card} className={classes.skeleton} />
          ))}
        </div>
      ))}
    </div>
  );
}
