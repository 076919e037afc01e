import { useLingui } from "@lingui/react/macro";
import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { ErrorState } from "@/shared/ui/error-state";
import classes from "./section.module.css";

interface ListStateProps<Item> {
  query: { data?: { results: Item[] }; error: unknown; refetch: () => unknown };
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** A short list in each of its states: loading, failed, empty, filled. */
export function ListState<Item>({ query, empty, children }: ListStateProps<Item>) {
  const { t } = useLingui();
  if (query.data) return query.data.results.length > 0 ? children(query.data.results) : empty;
  if (query.error) {
    return (
      <ErrorState
        error={query.error}
        action={<Button onClick={() => query.refetch()}>{t`Try again`}</Button>}
      />
    );
  }
  return (
    <div className={classes.list} role="status" aria-label={t`Loading`}>
      {["50%", "38%", "44%"].map((width) => (
        <div key={width} className={classes.item}>
          <Skeleton height={12} width={width} />
        </div>
      ))}
    </div>
  );
}
