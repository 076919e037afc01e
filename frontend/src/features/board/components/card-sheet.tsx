import { useLingui } from "@lingui/react/macro";
import { Button, Drawer, Group, Select, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { SheetNav } from "@/shared/ui/sheet-nav";
import { TodoList } from "@/shared/ui/todo-list";
import { participationQuery } from "../api";
import type { BoardStage } from "../model";
import { CardForm } from "./card-form";
import { CardHistory } from "./card-history";
import { CardResults } from "./card-results";

interface CardSheetProps {
  campaignId: number;
  cardId: number;
  stages: readonly BoardStage[];
  /** The cards of its column, to go from one to the next. */
  neighbours: readonly number[];
  onOpen: (id: number) => void;
  onMove: (stage: number) => void;
  onTakeOut: () => void;
  onClose: () => void;
}

/** One card beside the board: what is next, what was agreed, what happened. */
export function CardSheet(props: CardSheetProps) {
  const { campaignId, cardId, stages, neighbours, onOpen, onMove, onTakeOut, onClose } = props;
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const format = useFormat();
  const stageName = useStageName();
  const { data: card, error } = useQuery(participationQuery(slug, cardId));
  const mayEdit = isAtLeast(role, "editor");
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={460}
      title={
        <Group gap="sm" wrap="nowrap">
          <SheetNav ids={neighbours} current={cardId} onOpen={onOpen} />
          {card && (
            <>
              <Avatar name={card.creator_name} platform={card.main_platform} size={40} />
              <div>
                <AnchorLink
                  to="/w/$slug/creators/$id"
                  params={{ slug, id: String(card.creator) }}
                  fw={600}
                  c="inherit"
                >
                  {card.creator_name}
                </AnchorLink>
                <Text size="sm" c="dimmed">
                  {[
                    card.main_handle,
                    card.followers !== null && format.compact(card.followers),
                    card.engagement_rate !== null && format.percent(card.engagement_rate),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
              </div>
            </>
          )}
        </Group>
      }
    >
      {error && !card ? (
        <ErrorState error={error} />
      ) : !card ? (
        <Stack>
          <Skeleton height={36} />
          <Skeleton height={36} />
          <Skeleton height={90} />
        </Stack>
      ) : (
        <Stack key={cardId} gap="lg">
          <Select
            label={t`Stage`}
            description={t`Since ${format.date(card.stage_since)}`}
            data={stages.map((stage) => ({ value: String(stage.id), label: stageName(stage) }))}
            value={String(card.stage)}
            allowDeselect={false}
            disabled={!mayEdit}
            onChange={(stage) => stage && onMove(Number(stage))}
          />
          <CardForm card={card} campaignId={campaignId} disabled={!mayEdit} />
          <Stack gap="xs">
            <Title order={3}>{t`To do and promised`}</Title>
            <TodoList about={{ creator: card.creator, participation: card.id }} mayEdit={mayEdit} />
          </Stack>
          <CardResults card={card} mayEdit={mayEdit} />
          <CardHistory cardId={cardId} stages={stages} />
          {mayEdit && (
            <Group>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => {
                  onClose();
                  onTakeOut();
                }}
              >
                {t`Take out of the campaign`}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
