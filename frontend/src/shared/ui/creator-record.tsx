import { Plural, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { creatorRecordQuery } from "../api/creators";
import { useFormat } from "../format/use-format";
import { useWorkspace } from "../hooks/use-workspace";

/** Whether parcels to this person were answered by publications, and how soon: worth knowing before the next one. */
export function CreatorRecord({ creator }: { creator: number }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { data } = useQuery(creatorRecordQuery(slug, creator));
  if (!data || data.sendings === 0) return null;
  const { sendings, answered_sendings: answered, days_to_publish: days } = data;
  const median = format.number(days?.median);
  return (
    <Text size="sm" c="dimmed">
      <Plural value={sendings} one="# parcel so far" other="# parcels so far" />
      {" · "}
      {answered === 0 ? (
        t`none answered by a publication`
      ) : (
        <Plural value={answered} one="# answered by a publication" other="# answered by a publication" />
      )}
      {days && ` · ${t`days to publish: ${median}`}`}
    </Text>
  );
}
