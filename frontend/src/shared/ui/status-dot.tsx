import type { ReactNode } from "react";
import classes from "./status-dot.module.css";

export type Tone = "good" | "warn" | "bad" | "info" | "muted";

/** A state: a dot and its word. Never the colour alone. */
export function StatusDot({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  );
}
