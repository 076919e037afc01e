import { useLingui } from "@lingui/react/macro";
import { Stack, Title } from "@mantine/core";
import { IconArrowBackUp, IconArrowRight, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Timeline } from "@/shared/ui/timeline";
import { movesQuery } from "../api";
import type { BoardStage } from "../model";

/** The moves of a card, newest first. */
export function CardHistory({ cardId, stages }: { cardId: number; stages: readonly BoardStage[] }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const stageName = useStageName();
  const { data: moves } = useQuery(movesQuery(slug, cardId));
  if (!moves || moves.length === 0) return null;
  const nameOf = (id: number | null) => {
    const stage = stages.find((each) => each.id === id);
    return stage ? stageName(stage) : t`a stage no longer on the board`;
  };
  return (
    <Stack gap="xs">
      <Title order={3}>{t`History`}</Title>
      <Timeline
        label={t`History`}
        entries={moves
          .filter((move) => move.from_stage !== move.to_stage)
          .map((move) => {
            const from = nameOf(move.from_stage);
            const to = nameOf(move.to_stage);
            return {
              id: move.id,
              at: move.at,
              title: move.from_stage === null ? t`Added to ${to}` : t`${from} → ${to}`,
              body: move.why || undefined,
              by: move.user_name ?? (move.caused_by === "rule" ? t`By a rule` : null),
              icon:
                move.caused_by === "undo"
                  ? IconArrowBackUp
                  : move.from_stage === null
                    ? IconPlus
                    : IconArrowRight,
            };
          })}
      />
    </Stack>
  );
}
