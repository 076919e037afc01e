import { keepPreviousData, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { CoverageFilters, SummaryFilters } from "./model";

export type Piece = Schemas["Coverage"];
export type Draft = Schemas["Draft"];

const base = "/api/v1/workspaces/{slug}";

export const coverageQuery = (slug: string, filters: CoverageFilters) =>
  pagesOptions(
    `${base}/coverage/`,
    { params: { path: { slug }, query: { ...filters, order: filters.order ?? ("-published" as const) } } },
    (init) => client.GET(`${base}/coverage/`, init),
  );

export const pieceQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/coverage/{id}/`, { params: { path: { slug, id } } });

export const summaryQuery = (slug: string, query: SummaryFilters) =>
  api.queryOptions(
    "get",
    `${base}/coverage/summary/`,
    { params: { path: { slug }, query } },
    { placeholderData: keepPreviousData },
  );

export const sendingQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/sendings/{id}/`, { params: { path: { slug, id } } });

export const metricsQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/coverage/{coverage_id}/metrics/`, {
    params: { path: { slug, coverage_id: id }, query: { page_size: 50 } },
  });

export const cardQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/participations/{id}/`, { params: { path: { slug, id } } });

export const creatorCardsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/participations/`, {
    params: { path: { slug }, query: { creator, page_size: 50 } },
  });

export const creatorSendingsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/sendings/`, {
    params: { path: { slug }, query: { creator, page_size: 50 } },
  });

export function useReadPage() {
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: async (url: string) => {
      const { data } = await client.POST(`${base}/coverage/prefill/`, {
        params: { path: { slug } },
        body: { url },
      });
      return data as Draft;
    },
  });
}

function useCoverageChange<Input, Output>(
  change: (slug: string, input: Input) => Promise<{ data?: Output }>,
) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    onSettled: () => refreshParts(queryClient, "coverage", "participations", "campaigns"),
  });
}

export const useAddPiece = () =>
  useCoverageChange((slug, body: Schemas["CoverageCreateRequest"]) =>
    client.POST(`${base}/coverage/`, { params: { path: { slug } }, body }),
  );

export const useChangePiece = () =>
  useCoverageChange(
    (slug, { known, body }: { known: Piece; body: Schemas["PatchedCoverageChangeRequest"] }) =>
      client.PATCH(`${base}/coverage/{id}/`, {
        params: { path: { slug, id: known.id }, header: { "If-Match": `"${known.version}"` } },
        body,
      }),
  );

export const useRemovePiece = () =>
  useCoverageChange((slug, { id, remove }: { id: number; remove: boolean }) => {
    const init = { params: { path: { slug, id } } };
    return remove
      ? client.DELETE(`${base}/coverage/{id}/`, init)
      : client.POST(`${base}/coverage/{id}/restore/`, init);
  });

export const useNoteNumbers = () =>
  useCoverageChange((slug, { id, body }: { id: number; body: Schemas["MetricWriteRequest"] }) =>
    client.POST(`${base}/coverage/{coverage_id}/metrics/`, {
      params: { path: { slug, coverage_id: id } },
      body,
    }),
  );

export const useForgetNumbers = () =>
  useCoverageChange((slug, { piece, id }: { piece: number; id: number }) =>
    client.DELETE(`${base}/coverage/{coverage_id}/metrics/{id}/`, {
      params: { path: { slug, coverage_id: piece, id } },
    }),
  );
