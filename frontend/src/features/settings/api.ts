import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changePassword } from "@/shared/api/auth";
import { api, client } from "@/shared/api/client";
import { brandsQuery, membersQuery, stagesQuery } from "@/shared/api/lists";
import { type Me, meQuery } from "@/shared/api/me";
import type { components } from "@/shared/api/schema";
import { useWorkspace } from "@/shared/hooks/use-workspace";

export { brandsQuery, membersQuery, stagesQuery };

type Schemas = components["schemas"];
export type Brand = Schemas["Brand"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type ApiKey = Schemas["ApiKey"];
export type Stage = Schemas["Stage"];
export type StageKind = Schemas["StageKind"];

const base = "/api/v1/workspaces/{slug}";
/** Settings lists are short: one page holds them. */
const wholeList = (slug: string) => ({ params: { path: { slug }, query: { page_size: 200 } } });

export const invitationsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/invitations/`, wholeList(slug));
export const apiKeysQuery = (slug: string) => api.queryOptions("get", `${base}/api-keys/`, wholeList(slug));

/** A change that makes one list of this workspace out of date. */
function useChange<Input, Output>(
  list: ((slug: string) => { queryKey: readonly unknown[] }) | null,
  change: (path: { slug: string }, input: Input) => Promise<{ data?: Output }>,
) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (input: Input) => change({ slug }, input),
    onSettled: () => list && queryClient.invalidateQueries({ queryKey: list(slug).queryKey }),
  });
}

export function useSaveProfile() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["PatchedProfileRequest"]) => client.PATCH("/api/v1/me/", { body }),
    onSuccess: ({ data }) => queryClient.setQueryData(meQuery().queryKey, data as Me),
  });
}

export const useChangePassword = () => useMutation({ mutationFn: changePassword });

export function useSaveWorkspace() {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (body: Schemas["PatchedWorkspaceRequest"]) =>
      client.PATCH(`${base}/`, { params: { path: { slug } }, body }),
    onSuccess: () => queryClient.refetchQueries({ queryKey: meQuery().queryKey }),
  });
}

export const useAddBrand = () =>
  useChange(brandsQuery, (path, body: Schemas["BrandRequest"]) =>
    client.POST(`${base}/brands/`, { params: { path }, body }),
  );

export const useEditBrand = () =>
  useChange(brandsQuery, (path, { id, ...body }: Schemas["PatchedBrandRequest"] & { id: number }) =>
    client.PATCH(`${base}/brands/{id}/`, { params: { path: { ...path, id } }, body }),
  );

export const useChangeRole = () =>
  useChange(membersQuery, (path, { id, role }: Pick<Member, "id" | "role">) =>
    client.PATCH(`${base}/members/{id}/`, { params: { path: { ...path, id } }, body: { role } }),
  );

export const useRemoveMember = () =>
  useChange(membersQuery, (path, id: number) =>
    client.DELETE(`${base}/members/{id}/`, { params: { path: { ...path, id } } }),
  );

export const useInvite = () =>
  useChange(invitationsQuery, (path, body: Schemas["InvitationRequest"]) =>
    client.POST(`${base}/invitations/`, { params: { path }, body }),
  );

export const useWithdrawInvitation = () =>
  useChange(invitationsQuery, (path, id: number) =>
    client.DELETE(`${base}/invitations/{id}/`, { params: { path: { ...path, id } } }),
  );

export const useMakeApiKey = () =>
  useChange(apiKeysQuery, (path, body: Schemas["ApiKeyRequest"]) =>
    client.POST(`${base}/api-keys/`, { params: { path }, body }),
  );

export const useRevokeApiKey = () =>
  useChange(apiKeysQuery, (path, id: number) =>
    client.DELETE(`${base}/api-keys/{id}/`, { params: { path: { ...path, id } } }),
  );

/** Changes the list of stages at once on the screen; puts it back if the server refuses. */
function useStagesChange<Input>(
  shown: (stages: Stage[], input: Input) => Stage[],
  change: (slug: string, input: Input) => Promise<unknown>,
) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  const { queryKey } = stagesQuery(slug);
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    onMutate: async (input) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData<{ results: Stage[] }>(queryKey);
      if (before) queryClient.setQueryData(queryKey, { ...before, results: shown(before.results, input) });
      return { before };
    },
    onError: (_error, _input, context) => queryClient.setQueryData(queryKey, context?.before),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

export type StageChange = Schemas["PatchedStageChangeRequest"];

export const useEditStage = () =>
  useStagesChange(
    (stages, { id, ...change }: StageChange & { id: number }) =>
      stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)),
    (slug, { id, ...body }) => client.PATCH(`${base}/stages/{id}/`, { params: { path: { slug, id } }, body }),
  );

/** @param ids of all stages, in their new order. */
export const useOrderStages = () =>
  useStagesChange(
    (stages, ids: number[]) => ids.flatMap((id) => stages.find((stage) => stage.id === id) ?? []),
    (slug, ids) => client.POST(`${base}/stages/reorder/`, { params: { path: { slug } }, body: { ids } }),
  );

export const useAddStage = () =>
  useChange(stagesQuery, (path, body: Schemas["StageCreateRequest"]) =>
    client.POST(`${base}/stages/`, { params: { path }, body }),
  );

export const useRemoveStage = () =>
  useChange(stagesQuery, (path, id: number) =>
    client.DELETE(`${base}/stages/{id}/`, { params: { path: { ...path, id } } }),
  );
