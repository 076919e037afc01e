import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client } from "@/shared/api/client";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";

export type Pair = Schemas["DuplicatePair"];
export type Person = Schemas["DuplicateCreator"];

const base = "/api/v1/workspaces/{slug}";
const list = `${base}/creators/duplicates/` as const;

export const pairsQuery = (slug: string) =>
  pagesOptions(list, { params: { path: { slug } } }, (init) => client.GET(list, init));

/** Makes two records one; the answer says how to undo it. */
export function useMerge() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: { kept: number; gone: number }) => {
      const { data } = await client.POST(`${base}/creators/merge/`, { params: { path: { slug } }, body });
      return data as Schemas["Merge"];
    },
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

export function useUndoMerge() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => client.POST(`${base}/merges/{id}/undo/`, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}

/** Remembers that two are not the same person. */
export function useTellApart() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { first: number; second: number }) =>
      client.POST(`${base}/creators/distinct/`, { params: { path: { slug } }, body }),
    onSettled: () => refreshParts(queryClient, "creators"),
  });
}
