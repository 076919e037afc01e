import { useLingui } from "@lingui/react/macro";
import { Button, Skeleton, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { EmptyState } from "@/shared/ui/empty-state";
import { ErrorState } from "@/shared/ui/error-state";
import { useToasts } from "@/shared/ui/toasts";
import { runsQuery, useRefreshAll } from "../api";
import classes from "./refresh.module.css";
import { RunItem } from "./run-item";

/** Refreshes asked for by hand: how far each is, and what failed and why. */
export function RefreshPage() {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const toasts = useToasts();
  const runs = useQuery(runsQuery(slug));
  const all = useRefreshAll();
  const refresh = isAtLeast(role, "editor") && (
    <Button
      leftSection={<IconRefresh size={16} aria-hidden />}
      loading={all.isPending}
      onClick={() =>
        all.mutate(undefined, { onError: (error) => toasts.failed(t`The refresh could not start`, error) })
      }
    >
      {t`Refresh all channels`}
    </Button>
  );
  const list = runs.data?.results;
  return (
    <AppPage title={t`Refreshes`} width="text" actions={list?.length ? refresh : null}>
      <Text c="dimmed">
        {t`Every channel is read once a week by itself. Here stand the refreshes somebody asked for.`}
      </Text>
      {list ? (
        list.length > 0 ? (
          <ul className={classes.runs}>
            {list.map((run) => (
              <li key={run.id}>
                <RunItem run={run} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={IconRefresh} title={t`No refresh yet`} action={refresh}>
            {t`When a number seems old, refresh a creator from their page, or several from the list.`}
          </EmptyState>
        )
      ) : runs.error ? (
        <ErrorState
          error={runs.error}
          action={<Button onClick={() => runs.refetch()}>{t`Try again`}</Button>}
        />
      ) : (
        <Skeleton height={120} radius="lg" />
      )}
    </AppPage>
  );
}
