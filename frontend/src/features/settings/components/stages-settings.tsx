import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconLayoutColumns } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { announce } from "@/shared/ui/announce";
import { AppPage } from "@/shared/ui/app-page";
import { EmptyState } from "@/shared/ui/empty-state";
import { useToasts } from "@/shared/ui/toasts";
import { type Stage, stagesQuery, useEditStage } from "../api";
import { ListState } from "./list-state";
import classes from "./section.module.css";
import { StageItem } from "./stage-item";

/** Columns of every board: what each is called in both languages, its colour, its place. */
export function StagesSettings() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const stages = useQuery(stagesQuery(slug));
  return (
    <AppPage title={t`Stages`} width="text">
      <Text c="dimmed">
        {t`The columns of your boards. Call them what you like: their meaning stays, so that figures and reminders keep working.`}
      </Text>
      <ListState query={stages} empty={<EmptyState icon={IconLayoutColumns} title={t`No stage`} />}>
        {(items) => <StageList stages={items} />}
      </ListState>
    </AppPage>
  );
}

function StageList({ stages }: { stages: Stage[] }) {
  const { t, i18n } = useLingui();
  const { role } = useWorkspace();
  const toasts = useToasts();
  const edit = useEditStage();
  const nameOf = (stage: Stage) => (i18n.locale === "fr" ? stage.label_fr : stage.label_en);

  const save = (
    stage: Stage,
    change: Partial<Pick<Stage, "label_en" | "label_fr" | "colour" | "position">>,
  ) => {
    const name = nameOf(stage);
    edit.mutate(
      { id: stage.id, ...change },
      { onError: (error) => toasts.failed(t`${name} was not changed`, error) },
    );
  };
  const move = (stage: Stage, position: number) => {
    const name = nameOf(stage);
    const place = position + 1;
    const count = stages.length;
    save(stage, { position });
    announce(t`${name} is now stage ${place} of ${count}.`);
  };
  return (
    <ol className={classes.list} aria-label={t`Stages`}>
      {stages.map((stage, index) => (
        <StageItem
          key={stage.id}
          stage={stage}
          name={nameOf(stage)}
          index={index}
          count={stages.length}
          mayEdit={isAtLeast(role, "manager")}
          onSave={(change) => save(stage, change)}
          onMove={(position) => move(stage, position)}
          onDrop={(id, position) => {
            const dropped = stages.find((other) => other.id === id);
            if (dropped) move(dropped, position);
          }}
        />
      ))}
    </ol>
  );
}
