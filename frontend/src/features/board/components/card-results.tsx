import { useLingui } from "@lingui/react/macro";
import { Group, Stack, Text, Title } from "@mantine/core";
import { IconNews, IconPackage } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink, ButtonLink } from "@/shared/ui/links";
import { cardCoverageQuery, cardSendingsQuery } from "../api";

/** What was sent to the creator for this campaign, and what they published. */
export function CardResults({ card, mayEdit }: { card: Schemas["Participation"]; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { states } = useSendingWords();
  const sendings = useQuery(cardSendingsQuery(slug, card.id)).data?.results ?? [];
  const coverage = useQuery(cardCoverageQuery(slug, card.id)).data?.results ?? [];
  const params = { slug, campaignId: card.campaign };
  return (
    <Stack gap="xs">
      <Title order={3}>{t`Sendings and coverage`}</Title>
      {sendings.length + coverage.length === 0 && (
        <Text c="dimmed">{t`Nothing sent and nothing published yet.`}</Text>
      )}
      {sendings.map((sending) => (
        <Group key={sending.id} gap="xs" wrap="nowrap">
          <IconPackage size={16} aria-hidden />
          <AnchorLink
            to="/w/$slug/campaigns/$campaignId/sendings"
            params={params}
            search={{ sending: sending.id }}
            truncate
          >
            {sending.items.map(({ product }) => product.name).join(", ")}
          </AnchorLink>
          <Text size="sm" c="dimmed" ml="auto" style={{ whiteSpace: "nowrap" }}>
            {states[sending.state]}
          </Text>
        </Group>
      ))}
      {coverage.map((piece) => (
        <Group key={piece.id} gap="xs" wrap="nowrap">
          <IconNews size={16} aria-hidden />
          <AnchorLink
            to="/w/$slug/campaigns/$campaignId/coverage"
            params={params}
            search={{ piece: piece.id }}
            truncate
          >
            {piece.title || piece.url}
          </AnchorLink>
          <Text size="sm" c="dimmed" ml="auto" style={{ whiteSpace: "nowrap" }}>
            {format.shortDate(piece.published_on)}
          </Text>
        </Group>
      ))}
      {mayEdit && (
        <Group gap="xs">
          <ButtonLink
            to="."
            search={(old) => ({ ...old, quick: "send" as const })}
            variant="default"
            size="compact-sm"
          >
            {t`Send a product`}
          </ButtonLink>
          <ButtonLink
            to="."
            search={(old) => ({ ...old, quick: "coverage" as const })}
            variant="default"
            size="compact-sm"
          >
            {t`Add coverage`}
          </ButtonLink>
        </Group>
      )}
    </Stack>
  );
}
