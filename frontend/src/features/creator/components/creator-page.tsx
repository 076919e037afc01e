import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Menu, Skeleton } from "@mantine/core";
import { IconDots, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { creatorQuery } from "@/shared/api/creators";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, useDeleteCreator, useRestoreCreator } from "../api";
import { AudiencePanel } from "./audience-panel";
import { ChannelsPanel } from "./channels-panel";
import classes from "./creator.module.css";
import { CreatorHeader } from "./creator-header";
import { CreatorTimeline } from "./creator-timeline";
import { EditCreatorDrawer } from "./edit-creator-drawer";
import { FactsPanel } from "./facts-panel";
import { SidePanels } from "./side-panels";
import { useRefresh } from "./use-refresh";

export function CreatorPage({ id }: { id: number }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const creator = useQuery(creatorQuery(slug, id));
  const back = (
    <AnchorLink to="/w/$slug/creators" params={{ slug }} size="sm">
      {t`Creators`}
    </AnchorLink>
  );
  if (creator.data) return <Loaded key={id} creator={creator.data} breadcrumb={back} />;
  return (
    <AppPage title={t`Creator`} breadcrumb={back}>
      {creator.error ? (
        <ErrorState
          error={creator.error}
          action={<Button onClick={() => creator.refetch()}>{t`Try again`}</Button>}
        />
      ) : (
        <div role="status" aria-label={t`Loading`}>
          <Skeleton height={92} radius="lg" mb="md" />
          <div className={classes.layout}>
            <Skeleton height={420} radius="lg" />
            <Skeleton height={420} radius="lg" />
            <Skeleton height={420} radius="lg" />
          </div>
        </div>
      )}
    </AppPage>
  );
}

function Loaded({ creator, breadcrumb }: { creator: Creator; breadcrumb: React.ReactNode }) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const navigate = useNavigate();
  const toasts = useToasts();
  const remove = useDeleteCreator();
  const restore = useRestoreCreator();
  const refresh = useRefresh(creator);
  const [isEditing, setEditing] = useState(false);
  const mayEdit = isAtLeast(role, "editor");
  const { name } = creator;

  const here = { slug, id: String(creator.id) };
  // This page is left before one undoes: only promises still tell what came of it.
  const bringBack = () =>
    restore
      .mutateAsync(creator.id)
      .then(() => navigate({ to: "/w/$slug/creators/$id", params: here }))
      .catch((error) => toasts.failed(t`${name} could not be restored`, error));
  const putAside = () =>
    remove
      .mutateAsync(creator.id)
      .then(() => {
        toasts.undoable(t`${name} deleted`, bringBack);
        return navigate({ to: "/w/$slug/creators", params: { slug } });
      })
      .catch((error) => toasts.failed(t`${name} was not deleted`, error));

  return (
    <AppPage
      title={name}
      breadcrumb={breadcrumb}
      actions={
        mayEdit && (
          <>
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              loading={refresh.isRunning}
              disabled={creator.channels.length === 0}
              onClick={() => refresh.start(creator.channels.map((channel) => channel.id))}
            >
              {t`Refresh now`}
            </Button>
            <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {t`Edit`}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t`More about ${name}`}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconTrash size={16} aria-hidden />}
                  disabled={remove.isPending}
                  onClick={putAside}
                >
                  {t`Delete`}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        )
      }
    >
      <CreatorHeader creator={creator} mayEdit={mayEdit} />
      <div className={classes.layout}>
        <div className={classes.column}>
          <ChannelsPanel creator={creator} mayEdit={mayEdit} refresh={refresh} />
          <AudiencePanel creator={creator} />
        </div>
        <CreatorTimeline creator={creator} mayEdit={mayEdit} />
        <div className={`${classes.column} ${classes.aside}`}>
          <SidePanels creator={creator} mayEdit={mayEdit} />
          <FactsPanel creator={creator} />
        </div>
      </div>
      {isEditing && <EditCreatorDrawer creator={creator} onClose={() => setEditing(false)} />}
    </AppPage>
  );
}
