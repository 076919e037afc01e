import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";

export type RefreshRun = Schemas["RefreshRun"];

const base = "/api/v1/workspaces/{slug}";
const everyTwoSeconds = 2_000;

export const isUnfinished = ({ state }: { state: string }) => state === "pending" || state === "running";

/** Refreshes somebody asked for, newest first; asked again only while one runs. */
export const runsQuery = (slug: string) =>
  queryOptions({
    ...api.queryOptions("get", `${base}/refresh-runs/`, {
      params: { path: { slug }, query: { page_size: 20 } },
    }),
    refetchInterval: ({ state }) => (state.data?.results.some(isUnfinished) ? everyTwoSeconds : false),
  });

/** Imports under way; asked again only while there is one. */
export const runningImportsQuery = (slug: string) =>
  queryOptions({
    ...api.queryOptions("get", `${base}/imports/`, {
      params: { path: { slug }, query: { state: ["running"], page_size: 5 } },
    }),
    refetchInterval: ({ state }) => (state.data?.results.length ? everyTwoSeconds : false),
  });

export const failedItemsQuery = (slug: string, run: number) =>
  api.queryOptions("get", `${base}/refresh-runs/{run_id}/items/`, {
    params: { path: { slug, run_id: String(run) }, query: { state: "failed", page_size: 100 } },
  });

export function useCancelRun() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      client.POST(`${base}/refresh-runs/{id}/cancel/`, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "refresh-runs"),
  });
}

export function useRefreshAll() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () =>
      client.POST(`${base}/channels/refresh/`, { params: { path: { slug } }, body: { all: true } }),
    onSettled: () => refreshParts(queryClient, "refresh-runs"),
  });
}
