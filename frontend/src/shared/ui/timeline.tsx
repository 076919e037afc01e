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
}

/** What happened, newest first, under one heading per month. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  const format = useFormat();
  let month = "";
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ id, at, title, body, by, icon: Icon = IconPoint }) => {
        const itsMonth = format.month(at);
        const opensMonth = itsMonth !== month;
        month = itsMonth;
        return (
          <li key={id} className={classes.entry}>
            {opensMonth && <p className={classes.month}>{itsMonth}</p>}
            <div className={classes.row}>
              <span className={classes.icon}>
                <Icon size={14} stroke={1.75} aria-hidden />
              </span>
              <div className={classes.content}>
                <div className={classes.head}>
                  <span>{title}</span>
                  <Text component="time" dateTime={at} title={format.dateTime(at)} size="xs" c="dimmed">
                    {format.age(at)}
                  </Text>
                </div>
                {body && <div className={classes.body}>{body}</div>}
                {by && (
                  <Text size="xs" c="dimmed">
                    {by}
                  </Text>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
