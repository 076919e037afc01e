import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { IconLayoutColumns, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { announce } from "@/shared/ui/announce";
import { AppPage } from "@/shared/ui/app-page";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { EmptyState } from "@/shared/ui/empty-state";
import { useToasts } from "@/shared/ui/toasts";
import {
  type Stage,
  type StageChange,
  stagesQuery,
  useEditStage,
  useOrderStages,
  useRemoveStage,
} from "../api";
import { ListState } from "./list-state";
import classes from "./section.module.css";
import { StageDialog } from "./stage-dialog";
import { StageItem } from "./stage-item";

/** Columns of every board: what each is called in both languages, its colour, its place. */
export function StagesSettings() {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const stages = useQuery(stagesQuery(slug));
  const [adds, setAdds] = useState(false);
  return (
    <AppPage
      title={t`Stages`}
      width="text"
      actions={
        isAtLeast(role, "manager") && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdds(true)}>
            {t`Add a stage`}
          </Button>
        )
      }
    >
      <Text c="dimmed">
        {t`The columns of your boards. Call them what you like: their meaning stays, so that figures and reminders keep working.`}
      </Text>
      <ListState query={stages} empty={<EmptyState icon={IconLayoutColumns} title={t`No stage`} />}>
        {(items) => <StageList stages={items} />}
      </ListState>
      {adds && <StageDialog onClose={() => setAdds(false)} />}
    </AppPage>
  );
}

function StageList({ stages }: { stages: Stage[] }) {
  const { t, i18n } = useLingui();
  const { role } = useWorkspace();
  const toasts = useToasts();
  const edit = useEditStage();
  const order = useOrderStages();
  const [removed, setRemoved] = useState<Stage | null>(null);
  const nameOf = (stage: Stage) => (i18n.locale === "fr" ? stage.label_fr : stage.label_en);

  const save = (stage: Stage, change: StageChange) => {
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
    const others = stages.map(({ id }) => id).filter((id) => id !== stage.id);
    order.mutate(others.toSpliced(position, 0, stage.id), {
      onError: (error) => toasts.failed(t`${name} was not moved`, error),
    });
    announce(t`${name} is now stage ${place} of ${count}.`);
  };
  return (
    <>
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
            onRemove={() => setRemoved(stage)}
            onDrop={(id, position) => {
              const dropped = stages.find((other) => other.id === id);
              if (dropped) move(dropped, position);
            }}
          />
        ))}
      </ol>
      <RemoveStage stage={removed} name={removed ? nameOf(removed) : ""} onClose={() => setRemoved(null)} />
    </>
  );
}

interface RemoveStageProps {
  stage: Stage | null;
  name: string;
  onClose: () => void;
}

function RemoveStage({ stage, name, onClose }: RemoveStageProps) {
  const { t } = useLingui();
  const remove = useRemoveStage();
  const close = () => {
    remove.reset();
    onClose();
  };
  return (
    <ConfirmDialog
      opened={stage !== null}
      title={t`Remove “${name}”?`}
      action={t`Remove`}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => stage && remove.mutate(stage.id, { onSuccess: close })}
      onClose={close}
    >
      {t`The column leaves every board. It must be empty first; history keeps its name.`}
    </ConfirmDialog>
  );
}
