import { keepPreviousData, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { meQuery } from "@/shared/api/me";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { paths } from "@/shared/api/schema";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { type Filters, type ListFilter, listFilters, type Order } from "./model";

export type CreatorRow = Schemas["CreatorRow"];
export type Draft = Schemas["CreatorDraft"];
export type SavedView = Schemas["SavedView"];
export type Facets = NonNullable<Schemas["PaginatedCreatorRowList"]["facets"]>;

/** Whom a change is for: rows ticked one by one, or everybody the filters show. */
export type Selection = { ids: number[] } | { filter: Filters };

const base = "/api/v1/workspaces/{slug}";
const list = `${base}/creators/` as const;

type Query = NonNullable<paths[typeof list]["get"]["parameters"]["query"]>;

const facetNames = "platform,tier,country,language,tag,list,owner,status,kind";

function queryOf(filters: Filters): Query {
  const entries = Object.entries(filters).map(([name, value]) => [
    name,
    listFilters.includes(name as ListFilter) ? value.split(",") : value,
  ]);
  return Object.fromEntries(entries) as Query;
}

export const creatorPagesQuery = (slug: string, filters: Filters, order: Order) =>
  pagesOptions(
    list,
    { params: { path: { slug }, query: { ...queryOf(filters), order, page_size: 100 } } },
    (init) => client.GET(list, init),
  );

/** How many there are, and how many by value of each facet; apart from the rows, which come first. */
export const creatorCountsQuery = (slug: string, filters: Filters) =>
  queryOptions({
    queryKey: ["counts", list, slug, filters],
    queryFn: async ({ signal }) => {
      const query = { ...queryOf(filters), page_size: 1, fields: "id", count: true, facets: facetNames };
      const { data } = await client.GET(list, { params: { path: { slug }, query }, signal });
      return { count: data?.count, facets: data?.facets ?? {} };
    },
    placeholderData: keepPreviousData,
  });

export const savedViewsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/saved-views/`, { params: { path: { slug }, query: { page_size: 200 } } });

export const tagsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/tags/`, { params: { path: { slug }, query: { page_size: 200 } } });

export const listsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/lists/`, { params: { path: { slug }, query: { page_size: 200 } } });

interface Export {
  kind: "csv" | "xlsx";
  selection: Selection;
  order: Order;
}

/** Has the server write a file of them. */
export function useExport() {
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: async ({ kind, selection, order }: Export): Promise<Blob> => {
      const query =
        "ids" in selection ? { ids: selection.ids, order } : { ...queryOf(selection.filter), order };
      const init = { params: { path: { slug }, query }, parseAs: "blob" } as const;
      const { data } =
        kind === "csv"
          ? await client.GET(`${list}export.csv`, init)
          : await client.GET(`${list}export.xlsx`, init);
      return data as unknown as Blob;
    },
  });
}

type BulkCall = Schemas["BulkCall"];

export function useBulk() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: Omit<BulkCall, "ids"> & Selection) => {
      const { data } = await client.POST(`${list}bulk/`, {
        params: { path: { slug } },
        body: { on_error: "skip", ...body },
      });
      return data as Schemas["BulkResult"];
    },
    onSettled: () => refreshParts(queryClient, "creators", "tags", "lists"),
  });
}

/** Takes a bulk change back: the server said which calls do that. */
export function useUndoBulk() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (calls: BulkCall[]) => {
      for (const { action, ids, params } of calls) {
        const body = { action, ids, params, on_error: "skip" as const };
        await client.POST(`${list}bulk/`, { params: { path: { slug } }, body });
      }
    },
    onSettled: () => refreshParts(queryClient, "creators", "tags", "lists"),
  });
}

export function useMakeList() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const { data } = await client.POST(`${base}/lists/`, { params: { path: { slug } }, body: { name } });
      return data as Schemas["CreatorList"];
    },
    onSettled: () => refreshParts(queryClient, "lists"),
  });
}

export function useAddToCampaign() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ campaign, selection }: { campaign: number; selection: Selection }) => {
      const path = { slug, id: campaign };
      const { data } = await client.POST(`${base}/campaigns/{id}/add/`, {
        params: { path },
        body: selection,
      });
      return data as Schemas["Added"];
    },
    onSettled: () => refreshParts(queryClient, "campaigns", "participations", "creators"),
  });
}

export function useRefreshSelection() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (selection: Selection) => {
      const body = "ids" in selection ? { creator_ids: selection.ids } : selection;
      const { data } = await client.POST(`${base}/channels/refresh/`, { params: { path: { slug } }, body });
      return data as Schemas["RefreshRun"];
    },
    onSettled: () => refreshParts(queryClient, "refresh-runs"),
  });
}

/** Reads an address; nothing is kept yet. */
export function useDraft() {
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: async (url: string) => {
      const { data } = await client.POST(`${list}from-url/`, {
        params: { path: { slug } },
        body: { url, confirm: false },
      });
      return data as Draft;
    },
  });
}

/** Keeps a person: found at an address, or written by hand when there is none. */
export function useAddCreator() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({
      url,
      ...values
    }: Schemas["CreatorAddRequest"] & { url: string; avatar_url?: string }) => {
      const params = { path: { slug } };
      const { data } = url
        ? await client.POST(`${list}from-url/`, { params, body: { ...values, url, confirm: true } })
        : await client.POST(list, { params, body: values });
      return data as Schemas["Creator"];
    },
    onSuccess: () => refreshParts(queryClient, "creators"),
  });
}

export function useSaveView() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, ...body }: Schemas["SavedViewWriteRequest"] & { id?: number }) => {
      const { data } = id
        ? await client.PATCH(`${base}/saved-views/{id}/`, { params: { path: { slug, id } }, body })
        : await client.POST(`${base}/saved-views/`, { params: { path: { slug } }, body });
      return data as SavedView;
    },
    onSettled: () => refreshParts(queryClient, "saved-views"),
  });
}

export function useForgetView() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: number) =>
      client.DELETE(`${base}/saved-views/{id}/`, { params: { path: { slug, id } } }),
    onSettled: () => refreshParts(queryClient, "saved-views"),
  });
}

/** Makes the sample workspace, apart from this one. */
export function useLoadSample() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const { data } = await client.POST("/api/v1/sample-workspace/");
      return data as { slug: string };
    },
    onSuccess: () => queryClient.refetchQueries({ queryKey: meQuery().queryKey }),
  });
}
