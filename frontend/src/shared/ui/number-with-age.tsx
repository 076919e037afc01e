import { useLingui } from "@lingui/react/macro";
import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconClockExclamation } from "@tabler/icons-react";
import { useFormat } from "../format/use-format";
import classes from "./number-with-age.module.css";

interface NumberWithAgeProps {
  /** `null` means unknown, which is not zero. */
  value: number | null | undefined;
  /** How to write it; a percentage is given as a ratio. */
  as?: "compact" | "number" | "percent" | "growth";
  /** Where it comes from, in words: "YouTube feed", "typed by Alice". */
  source?: string | null;
  capturedAt?: string | null;
  /** Formula and version, for computed figures. */
  formula?: string | null;
  /** Older than it should be. */
  isStale?: boolean;
  /** Why the last attempt to refresh it failed. */
  failure?: string | null;
  /** Reachable by Tab, where it does not stand in a long list. */
  focusable?: boolean;
}

/** A figure with its birth certificate: source, date, formula; and a mark when it is old or could not be refreshed. */
export function NumberWithAge({ value, as = "compact", focusable = false, ...origin }: NumberWithAgeProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { source, capturedAt, formula, isStale, failure } = origin;
  const age = format.age(capturedAt);
  const date = format.dateTime(capturedAt);
  const lines = [
    value == null ? t`Not known` : as === "compact" ? format.number(value) : null,
    source ? t`Source: ${source}` : null,
    capturedAt ? t`Taken ${age} (${date})` : null,
    formula ? t`Formula: ${formula}` : null,
    failure ? t`Last refresh failed: ${failure}` : null,
  ].filter((line) => line !== null);

  const mark = failure ? (
    <IconAlertTriangle
      size={13}
      role="img"
      aria-label={t`Last refresh failed: ${failure}`}
      className={classes.bad}
    />
  ) : isStale ? (
    <IconClockExclamation size={13} role="img" aria-label={t`Out of date: ${age}`} className={classes.warn} />
  ) : null;

  return (
    <Tooltip
      label={lines.map((line) => <div key={line}>{line}</div>)}
      disabled={lines.length === 0}
      events={{ hover: true, focus: true, touch: true }}
    >
      <span className={classes.number} data-raised tabIndex={focusable ? 0 : undefined}>
        {mark}
        <span className="tabular">{format[as](value)}</span>
        {value == null && <span className="visually-hidden">{t`Not known`}</span>}
      </span>
    </Tooltip>
  );
}
