import { useLingui } from "@lingui/react/macro";
import { Progress, Text } from "@mantine/core";
import { useFormat } from "../format/use-format";
import classes from "./work-progress.module.css";

export interface Work {
  state: "pending" | "running" | "done" | "failed" | "cancelled" | "undone";
  total: number | null;
  done: number;
  failed: number;
}

/** How far a long work is: import, refresh, bulk change. */
export function WorkProgress({ label, work }: { label: string; work: Work }) {
  const { t } = useLingui();
  const format = useFormat();
  const { state, total, done, failed } = work;
  const finished = done + failed;
  const share = total ? Math.min(100, (finished / total) * 100) : 0;
  const doneCount = format.number(finished);
  const totalCount = format.number(total);
  const failedCount = format.number(failed);
  const states: Record<Work["state"], string> = {
    pending: t`Waiting to start`,
    running: t`In progress`,
    done: t`Done`,
    failed: t`Failed`,
    cancelled: t`Cancelled`,
    undone: t`Undone`,
  };
  return (
    <div className={classes.work}>
      <div className={classes.head}>
        <span>{label}</span>
        <Text component="span" size="sm" c="dimmed" className="tabular">
          {t`${doneCount} of ${totalCount}`}
        </Text>
      </div>
      <Progress.Root size="md">
        <Progress.Section
          value={share}
          aria-label={label}
          color={state === "failed" ? "red" : state === "cancelled" || state === "undone" ? "gray" : "petrol"}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed" role="status">
        {states[state]}
        {failed > 0 && ` · ${t`${failedCount} failed`}`}
      </Text>
    </div>
  );
}
