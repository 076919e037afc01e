import { Text } from "@mantine/core";
import { IconPoint, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "../format/use-format";
import classes from "./timeline.module.css";

export interface TimelineEntry {
  id: number | string;
  /** ISO moment or day. */
  at: string;
  title: ReactNode;
  body?: ReactNode;
  /** Who did it. */
  by?: string | null;
  icon?: TablerIcon;
  /** What can be done with the line. */
  action?: ReactNode;
}

interface TimelineProps {
  entries: TimelineEntry[];
  label: string;
  /** What one heading stands for. */
  by?: "month" | "day";
}

/** What happened, newest first, under one heading per month or day. */
export function Timeline({ entries, label, by: span = "month" }: TimelineProps) {
  const format = useFormat();
  const headingOf = span === "day" ? format.longDate : format.month;
  let heading = "";
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ id, at, title, body, by, action, icon: Icon = IconPoint }) => {
        const itsHeading = headingOf(at);
        const opens = itsHeading !== heading;
        heading = itsHeading;
        return (
          <li key={id} className={classes.entry}>
            {opens && <p className={classes.month}>{itsHeading}</p>}
            <div className={classes.row}>
              <span className={classes.icon}>
                <Icon size={14} stroke={1.75} aria-hidden />
              </span>
              <div className={classes.content}>
                <div>{title}</div>
                {body && <div className={classes.body}>{body}</div>}
                <Text size="xs" c="dimmed">
                  {by && `${by} · `}
                  <time dateTime={at} title={format.dateTime(at)}>
                    {format.age(at)}
                  </time>
                </Text>
              </div>
              {action}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
