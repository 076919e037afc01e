import type { CSSProperties, ReactNode } from "react";
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

/** A stage of the board: the dot has the colour chosen for it. */
export function StageDot({ colour, children }: { colour: string; children: ReactNode }) {
  const tone = { "--tone": `var(--mantine-color-${colour || "gray"}-6)` } as CSSProperties;
  return (
    <span className={classes.status} style={tone}>
      {children}
    </span>
  );
}
