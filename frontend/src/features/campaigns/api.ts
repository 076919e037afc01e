import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { CampaignFilters, CardFilters } from "./model";

export type Campaign = Schemas["Campaign"];
export type CampaignRow = Schemas["CampaignRow"];
export type Participation = Schemas["Participation"];

const base = "/api/v1/workspaces/{slug}";

export const campaignsQuery = (slug: string, filters: CampaignFilters) =>
  pagesOptions(
    `${base}/campaigns/`,
    { params: { path: { slug }, query: { ...filters, order: filters.order ?? ("-created" as const) } } },
    (init) => client.GET(`${base}/campaigns/`, init),
  );

export const campaignQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/campaigns/{id}/`, { params: { path: { slug, id } } });

export const participationsQuery = (slug: string, campaign: number, filters: CardFilters) =>
  pagesOptions(
    `${base}/participations/`,
    { params: { path: { slug }, query: { campaign, order: "creator_name" as const, ...filters } } },
    (init) => client.GET(`${base}/participations/`, init),
  );

/** Makes a campaign, or changes one that was read at `version`. */
export function useSaveCampaign() {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: ({ known, body }: { known: Campaign | null; body: Schemas["CampaignWriteRequest"] }) =>
      known
        ? client.PATCH(`${base}/campaigns/{id}/`, {
            params: { path: { slug, id: known.id }, header: { "If-Match": `"${known.version}"` } },
            body,
          })
        : client.POST(`${base}/campaigns/`, { params: { path: { slug } }, body }),
    onSuccess: ({ data }) => {
      if (data) queryClient.setQueryData(campaignQuery(slug, data.id).queryKey, data);
      return refreshParts(queryClient, "campaigns");
    },
  });
}

export function useArchiveCampaign() {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: ({ id, archived }: { id: number; archived: boolean }) => {
      const init = { params: { path: { slug, id } } };
      return archived
        ? client.POST(`${base}/campaigns/{id}/archive/`, init)
        : client.POST(`${base}/campaigns/{id}/unarchive/`, init);
    },
    onSettled: () => refreshParts(queryClient, "campaigns"),
  });
}

export function useAddBrand() {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (name: string) =>
      client.POST(`${base}/brands/`, { params: { path: { slug } }, body: { name } }),
    onSuccess: () => refreshParts(queryClient, "brands"),
  });
}
