import { Plural, useLingui } from "@lingui/react/macro";
import { CloseButton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./bulk-bar.module.css";

interface BulkBarProps {
  count: number;
  onClear: () => void;
  /** Buttons for what can be done with the selection. */
  children: ReactNode;
}

/** Floats over a list while rows are selected. */
export function BulkBar({ count, onClear, children }: BulkBarProps) {
  const { t } = useLingui();
  return (
    <>
      <span className="visually-hidden" role="status">
        {count > 0 ? <Plural value={count} one="# selected" other="# selected" /> : null}
      </span>
      {count > 0 && (
        <div className={classes.bar} role="toolbar" aria-label={t`With the selection`}>
          <span className={classes.count}>
            <Plural value={count} one="# selected" other="# selected" />
          </span>
          {children}
          <CloseButton aria-label={t`Clear the selection`} onClick={onClear} />
        </div>
      )}
    </>
  );
}
