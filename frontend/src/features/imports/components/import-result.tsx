import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Text } from "@mantine/core";
import { IconArrowBackUp, IconDownload } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { refreshParts } from "@/shared/api/pages";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { ButtonLink } from "@/shared/ui/links";
import { WorkProgress } from "@/shared/ui/work-progress";
import { errorFile, type Import, rejectedRowsQuery, useImportStep } from "../api";
import classes from "./imports.module.css";

/** How far an import is, what came of it, and the way back. */
export function ImportResult({ run }: { run: Import }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const step = useImportStep(run.id);
  const isRunning = run.state === "running";
  useEffect(() => {
    if (!isRunning) void refreshParts(queryClient, "creators", "tags", "lists");
  }, [isRunning, queryClient]);

  const numbers: [string, number][] = [
    [t`Added`, run.created],
    [t`Completed`, run.updated],
    [t`Left as they are`, run.skipped],
    [t`Rejected`, run.rejected],
  ];
  const kept = format.number(run.kept);
  const canUndo = !isRunning && run.state !== "undone" && run.created + run.updated > 0;
  return (
    <>
      <WorkProgress
        label={run.file_name}
        work={{
          state: run.state === "draft" ? "pending" : run.state,
          total: run.total,
          done: run.done,
          failed: 0,
        }}
      />
      {run.error && <Alert color="red">{run.error}</Alert>}
      <dl className={classes.numbers}>
        {numbers.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="tabular">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {run.kept > 0 && <Text>{t`${kept} were kept: somebody has worked on them since.`}</Text>}
      {run.rejected > 0 && !isRunning && <Rejected id={run.id} />}
      <FormError error={step.error} />
      <Group gap="xs">
        {isRunning && (
          <Button variant="default" loading={step.isPending} onClick={() => step.mutate("cancel")}>
            {t`Stop`}
          </Button>
        )}
        {!isRunning && run.state !== "undone" && (
          <ButtonLink to="/w/$slug/creators" params={{ slug }}>
            {t`See the creators`}
          </ButtonLink>
        )}
        {run.rejected > 0 && !isRunning && (
          <Button
            component="a"
            href={errorFile(slug, run.id)}
            download
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t`Download the rejected rows`}
          </Button>
        )}
        {canUndo && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            loading={step.isPending}
            onClick={() => step.mutate("undo")}
          >
            {t`Take this import back`}
          </Button>
        )}
      </Group>
    </>
  );
}

function Rejected({ id }: { id: number }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const rows = useQuery(rejectedRowsQuery(slug, id)).data?.results;
  if (!rows) return null;
  return (
    <ul className={classes.reasons}>
      {rows.map((row) => {
        const why = [...Object.values(row.problems).flat(), row.reason].filter(Boolean).join(" ");
        return <li key={row.id}>{t`Row ${row.number}: ${why}`}</li>;
      })}
    </ul>
  );
}
