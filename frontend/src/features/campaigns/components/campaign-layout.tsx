import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Badge, Button, Menu, Skeleton } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconDots, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { TabLink, TabLinks } from "@/shared/ui/tab-links";
import { useToasts } from "@/shared/ui/toasts";
import { type Campaign, campaignQuery, useArchiveCampaign } from "../api";
import { CampaignDialog } from "./campaign-dialog";
import { CampaignStateDot } from "./campaign-state";

/** One campaign: its name and its tabs; each tab has its own address. */
export function CampaignLayout({ campaignId }: { campaignId: number }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data: campaign, error, refetch } = useQuery(campaignQuery(slug, campaignId));
  const params = { slug, campaignId };
  if (error && !campaign)
    return (
      <AppPage title={t`Campaign`}>
        <ErrorState error={error} action={<Button onClick={() => void refetch()}>{t`Try again`}</Button>} />
      </AppPage>
    );
  const tabs = [
    { to: "/w/$slug/campaigns/$campaignId", label: t`Board` },
    { to: "/w/$slug/campaigns/$campaignId/brief", label: t`Brief` },
    { to: "/w/$slug/campaigns/$campaignId/creators", label: t`Creators` },
    { to: "/w/$slug/campaigns/$campaignId/sendings", label: t`Sendings` },
    { to: "/w/$slug/campaigns/$campaignId/coverage", label: t`Coverage` },
  ] as const;
  return (
    <AppPage
      title={campaign?.name ?? t`Campaign`}
      breadcrumb={
        <>
          <AnchorLink to="/w/$slug/campaigns" params={{ slug }} inherit>
            {t`Campaigns`}
          </AnchorLink>
          {campaign ? <span>{`· ${campaign.brand_name}`}</span> : <Skeleton component="span" w={90} h={10} />}
        </>
      }
      aside={
        campaign && (
          <>
            <CampaignStateDot state={campaign.state} />
            {campaign.is_archived && <Badge color="gray">{t`Archived`}</Badge>}
          </>
        )
      }
      actions={campaign && <CampaignActions campaign={campaign} />}
    >
      <TabLinks label={t`Parts of the campaign`}>
        {tabs.map(({ to, label }) => (
          <TabLink key={to} to={to} params={params}>
            {label}
          </TabLink>
        ))}
      </TabLinks>
      <Outlet />
    </AppPage>
  );
}

function CampaignActions({ campaign }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { role } = useWorkspace();
  const toasts = useToasts();
  const archive = useArchiveCampaign();
  const [isEditing, setEditing] = useState(false);
  if (!isAtLeast(role, "editor")) return null;
  const { id, name } = campaign;
  const setArchived = (archived: boolean) =>
    archive.mutate(
      { id, archived },
      {
        onSuccess: () =>
          archived && toasts.undoable(t`${name} is archived.`, () => archive.mutate({ id, archived: false })),
        onError: (error) => toasts.failed(t`${name} was not changed`, error),
      },
    );
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`More about ${name}`} size="lg">
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t`Edit the campaign`}
          </Menu.Item>
          {campaign.is_archived ? (
            <Menu.Item
              leftSection={<IconArchiveOff size={16} aria-hidden />}
              onClick={() => setArchived(false)}
            >
              {t`Restore`}
            </Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={() => setArchived(true)}>
              {t`Archive`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isEditing && <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  );
}
