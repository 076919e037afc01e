import { useLingui } from "@lingui/react/macro";
import { Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { campaignQuery } from "../api";
import { BudgetBar } from "./budget-bar";
import classes from "./campaign-brief.module.css";
import { CampaignDialog } from "./campaign-dialog";

/** What was decided about the campaign. */
export function CampaignBrief({ campaignId }: { campaignId: number }) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const format = useFormat();
  const { kinds } = useCampaignWords();
  const { data: campaign } = useQuery(campaignQuery(slug, campaignId));
  const [isEditing, setEditing] = useState(false);
  if (!campaign) return <Skeleton height={160} maw={640} />;
  const facts: [string, ReactNode][] = [
    [t`Goal`, campaign.goal || format.date(null)],
    [t`Kind`, kinds[campaign.kind]],
    [t`Dates`, `${format.date(campaign.starts_on)} – ${format.date(campaign.ends_on)}`],
    [
      t`Budget`,
      <span key="budget" style={{ display: "inline-block", minWidth: 180 }}>
        <BudgetBar agreed={campaign.agreed_amount} planned={campaign.budget_amount} />
      </span>,
    ],
    [t`Owner`, campaign.owner_name ?? t`Nobody`],
    [
      t`Hashtags`,
      campaign.hashtags.length > 0 ? (
        <Group key="hashtags" gap={6}>
          {campaign.hashtags.map((tag) => (
            <Badge key={tag} color="gray">
              {`#${tag.replace(/^#/, "")}`}
            </Badge>
          ))}
        </Group>
      ) : (
        format.date(null)
      ),
    ],
  ];
  return (
    <Stack maw={860} gap="lg">
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Stack gap="xs">
        <Title order={2}>{t`Brief`}</Title>
        {campaign.brief ? (
          <Text className={classes.brief}>{campaign.brief}</Text>
        ) : (
          <Text c="dimmed">
            {t`Not written yet: what creators should know, what to say and what not to, what is expected and when.`}
          </Text>
        )}
      </Stack>
      {isAtLeast(role, "editor") && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setEditing(true)}
          >
            {t`Edit the campaign`}
          </Button>
        </Group>
      )}
      {isEditing && <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} />}
    </Stack>
  );
}
