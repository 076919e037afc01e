import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { creatorQuery } from "@/shared/api/creators";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";

export type Creator = Schemas["Creator"];
export type Channel = Schemas["Channel"];
export type CreatorChange = Schemas["PatchedCreatorWriteRequest"];
export type TimelineLine = Schemas["TimelineLine"];
export type NoteKind = Schemas["NoteKind"];
export type Audience = Schemas["CreatorAudience"];

const base = "/api/v1/workspaces/{slug}";
const one = `${base}/creators/{id}/` as const;

export const audienceQuery = (slug: string, id: number, since: string | undefined) =>
  api.queryOptions("get", `${one}audience/`, { params: { path: { slug, id }, query: { since } } });

export const timelineQuery = (slug: string, id: number, verb: string) =>
  pagesOptions(
    `${base}/creators/{creator_pk}/timeline/`,
    {
      params: { path: { slug, creator_pk: String(id) }, query: { page_size: 50, ...(verb ? { verb } : {}) } },
    },
    (init) => client.GET(`${base}/creators/{creator_pk}/timeline/`, init),
  );

const about = (slug: string, creator: number) => ({
  params: { path: { slug }, query: { creator, page_size: 50 } },
});

export const participationsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/participations/`, about(slug, creator));
export const sendingsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/sendings/`, about(slug, creator));
export const coverageQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/coverage/`, about(slug, creator));

/** Saves what was typed on top of the version it was typed on; throws 412 when somebody was quicker. */
export function useChangeCreator(creator: Creator) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const { queryKey } = creatorQuery(slug, creator.id);
  return useMutation({
    mutationFn: async (body: CreatorChange) => {
      const { data } = await client.PATCH(one, {
        params: { path: { slug, id: creator.id } },
        headers: { "If-Match": `"${creator.version}"` },
        body,
      });
      return data as Creator;
    },
    onSuccess: (saved) => queryClient.setQueryData(queryKey, saved),
    onSettled: () => refreshParts(queryClient, "creators", "tags"),
  });
}

export function useDeleteCreator() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => client.DELETE(one, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

export function useRestoreCreator() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => client.POST(`${one}restore/`, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

export function useAddNote(creator: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: NoteKind; text: string; happened_at?: string }) =>
      client.POST(`${base}/creators/{creator_pk}/notes/`, {
        params: { path: { slug, creator_pk: String(creator) } },
        body,
      }),
    onSuccess: () => refreshParts(queryClient, "creators"),
  });
}

export function useDeleteNote(creator: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      client.DELETE(`${base}/creators/{creator_pk}/notes/{id}/`, {
        params: { path: { slug, creator_pk: String(creator), id } },
      }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

export function useAddChannel(creator: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (url: string) =>
      client.POST(`${base}/channels/`, { params: { path: { slug } }, body: { creator, url } }),
    onSuccess: () => refreshParts(queryClient, "creators"),
  });
}

export function useRemoveChannel() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => client.DELETE(`${base}/channels/{id}/`, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

/** Keeps numbers that a person read somewhere, for one day of the channel. */
export function useTypeNumbers(channel: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SnapshotWriteRequest"]) =>
      client.POST(`${base}/channels/{id}/snapshots/`, { params: { path: { slug, id: channel } }, body }),
    onSuccess: () => refreshParts(queryClient, "creators"),
  });
}

export function useRefreshChannels() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (ids: number[]) => {
      const { data } = await client.POST(`${base}/channels/refresh/`, {
        params: { path: { slug } },
        body: { ids },
      });
      return data as Schemas["RefreshRun"];
    },
    onSettled: () => refreshParts(queryClient, "refresh-runs"),
  });
}

const unfinished = new Set(["pending", "running"]);

/** A refresh one waits for: looked at every second and a half until it ends. */
export const runQuery = (slug: string, id: number) =>
  queryOptions({
    ...api.queryOptions("get", `${base}/refresh-runs/{id}/`, { params: { path: { slug, id } } }),
    refetchInterval: ({ state }) => (state.data && !unfinished.has(state.data.state) ? false : 1_500),
  });
