import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";

export type Import = Schemas["Import"];
export type ImportBrief = Schemas["ImportBrief"];

const list = "/api/v1/workspaces/{slug}/imports/" as const;
const one = `${list}{id}/` as const;

export const importsQuery = (slug: string) =>
  api.queryOptions("get", list, { params: { path: { slug }, query: { page_size: 20 } } });

/** One import; while it runs it is looked at every second. */
export const importQuery = (slug: string, id: number) =>
  queryOptions({
    ...api.queryOptions("get", one, { params: { path: { slug, id } } }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? 1_000 : false),
  });

export const rejectedRowsQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${list}{import_pk}/rows/`, {
    params: { path: { slug, import_pk: String(id) }, query: { outcome: ["rejected"], page_size: 20 } },
  });

/** Where the rejected rows can be downloaded, with what is wrong with each. */
export const errorFile = (slug: string, id: number) => `/api/v1/workspaces/${slug}/imports/${id}/errors.csv`;

export function useUpload() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      const form = new FormData();
      form.append("file", file);
      const { data } = await client.POST(list, {
        params: { path: { slug } },
        // The schema describes the file as text; it travels as a form.
        body: { file: file.name },
        bodySerializer: () => form,
      });
      return data as Import;
    },
    onSuccess: (made) => {
      queryClient.setQueryData(importQuery(slug, made.id).queryKey, made);
      return refreshParts(queryClient, "imports");
    },
  });
}

export function useChangeImport(id: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    // One after the other: the answer to the last choice is the one that stays.
    scope: { id: `import-${id}` },
    mutationFn: async (body: Schemas["PatchedImportChangeRequest"]) => {
      const { data } = await client.PATCH(one, { params: { path: { slug, id } }, body });
      return data as Import;
    },
    onSuccess: (changed) => queryClient.setQueryData(importQuery(slug, id).queryKey, changed),
  });
}

/** Starts an import, stops it, or takes it back. */
export function useImportStep(id: number) {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (step: "run" | "cancel" | "undo") => {
      const params = { path: { slug, id } };
      const steps = {
        run: () => client.POST(`${one}run/`, { params }),
        cancel: () => client.POST(`${one}cancel/`, { params }),
        undo: () => client.POST(`${one}undo/`, { params }),
      };
      const { data } = await steps[step]();
      return data as Import;
    },
    onSuccess: (changed) => queryClient.setQueryData(importQuery(slug, id).queryKey, changed),
    onSettled: () => refreshParts(queryClient, "imports", "creators", "tags", "lists"),
  });
}
