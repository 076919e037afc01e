import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { refreshParts } from "@/shared/api/pages";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, runQuery, useRefreshChannels } from "../api";

export interface Refresh {
  start: (channels: number[]) => void;
  isRunning: boolean;
}

/** Fetches channels now and shows what came of it when it is done. */
export function useRefresh(creator: Creator): Refresh {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [runId, setRunId] = useState<number | null>(null);
  const begin = useRefreshChannels();
  const run = useQuery({ ...runQuery(slug, runId ?? 0), enabled: runId !== null });
  const state = run.data?.state;
  const failures = run.data?.failed ?? 0;
  const isOver = state !== undefined && state !== "pending" && state !== "running";

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the run ends.
  useEffect(() => {
    if (runId === null || !isOver) return;
    setRunId(null);
    void refreshParts(queryClient, "creators", "refresh-runs");
    toasts.done(
      failures > 0
        ? t`Refreshed; some channels failed: the reason stands beside them`
        : t`Numbers are up to date`,
    );
  }, [runId, isOver]);

  return {
    start: (channels) =>
      begin.mutate(channels, {
        onSuccess: ({ id }) => setRunId(id),
        onError: (error) => toasts.failed(t`${creator.name} could not be refreshed`, error),
      }),
    isRunning: begin.isPending || runId !== null,
  };
}
