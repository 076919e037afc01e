import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./facet-bar.module.css";

export interface ActiveFilter {
  key: string;
  /** Name and value: "Country: Belgium". */
  label: string;
  onRemove: () => void;
}

interface FacetBarProps {
  /** The search box. */
  search?: ReactNode;
  /** Facet filters. */
  children?: ReactNode;
  active?: ActiveFilter[];
  onClear?: () => void;
  /** At the end of the line: count, view switch. */
  end?: ReactNode;
}

/** Filters above a list; those in force stand below as chips that go away with one click. */
export function FacetBar({ search, children, active = [], onClear, end }: FacetBarProps) {
  const { t } = useLingui();
  return (
    <div className={classes.bar}>
      <div className={classes.line}>
        {search}
        {children && <div className={classes.filters}>{children}</div>}
        {end && <div className={classes.end}>{end}</div>}
      </div>
      {active.length > 0 && (
        <ul className={classes.chips} aria-label={t`Filters in force`}>
          {active.map(({ key, label, onRemove }) => (
            <li key={key}>
              <button
                type="button"
                className={classes.chip}
                onClick={onRemove}
                aria-label={t`Remove the filter ${label}`}
              >
                {label}
                <IconX size={13} aria-hidden />
              </button>
            </li>
          ))}
          {onClear && (
            <li>
              <Button variant="subtle" size="compact-sm" onClick={onClear}>
                {t`Clear all`}
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
