import { Plural, useLingui } from "@lingui/react/macro";
import { Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink, ButtonLink } from "@/shared/ui/links";
import { answersQuery, type Sending } from "../api";
import classes from "./sendings.module.css";

/** What was published after the parcel, and how soon. */
export function SendingAnswers({ sending, mayEdit }: { sending: Sending; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const pieces = useQuery(answersQuery(slug, sending.id)).data?.results;
  return (
    <Stack gap="xs">
      <Title order={3}>{t`Coverage`}</Title>
      {pieces?.length === 0 && <Text c="dimmed">{t`Nothing published yet.`}</Text>}
      {pieces?.map((piece) => (
        <div key={piece.id} className={classes.answer}>
          <AnchorLink to="/w/$slug/coverage" params={{ slug }} search={{ piece: piece.id }} truncate>
            {piece.title || piece.canonical_url}
          </AnchorLink>
          <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
            {format.shortDate(piece.published_on)}
            {piece.days_to_publish && " · "}
            {piece.days_to_publish && (
              <Plural value={piece.days_to_publish.days} one="after # day" other="after # days" />
            )}
          </Text>
        </div>
      ))}
      {mayEdit && sending.sent_on && (
        <Group>
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
