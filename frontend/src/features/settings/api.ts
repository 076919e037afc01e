import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changePassword } from "@/shared/api/auth";
import { api, client } from "@/shared/api/client";
import { type Me, meQuery } from "@/shared/api/me";
import type { components } from "@/shared/api/schema";
import { useWorkspace } from "@/shared/hooks/use-workspace";

type Schemas = components["schemas"];
export type Brand = Schemas["Brand"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type ApiKey = Schemas["ApiKey"];
export type Stage = Schemas["Stage"];

const base = "/api/v1/workspaces/{slug}";
/** Settings lists are short: one page holds them. */
const wholeList = (slug: string) => ({ params: { path: { slug }, query: { page_size: 200 } } });

export const brandsQuery = (slug: string) => api.queryOptions("get", `${base}/brands/`, wholeList(slug));
export const membersQuery = (slug: string) => api.queryOptions("get", `${base}/members/`, wholeList(slug));
export const invitationsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/invitations/`, wholeList(slug));
export const apiKeysQuery = (slug: string) => api.queryOptions("get", `${base}/api-keys/`, wholeList(slug));
export const stagesQuery = (slug: string) => api.queryOptions("get", `${base}/stages/`, wholeList(slug));

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

/** Changes one stage at once on the screen; puts it back if the server refuses. */
export function useEditStage() {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  const { queryKey } = stagesQuery(slug);
  return useMutation({
    mutationFn: ({ id, ...body }: Schemas["PatchedStageRequest"] & { id: number }) =>
      client.PATCH(`${base}/stages/{id}/`, { params: { path: { slug, id } }, body }),
    onMutate: async ({ id, ...change }) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData<{ results: Stage[] }>(
        queryKey,
        (list) => list && { ...list, results: withStage(list.results, id, change) },
      );
      return { before };
    },
    onError: (_error, _change, context) => queryClient.setQueryData(queryKey, context?.before),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}

function withStage(stages: Stage[], id: number, change: Partial<Stage>): Stage[] {
  const moved = stages.find((stage) => stage.id === id);
  if (!moved) return stages;
  const changed = { ...moved, ...change };
  if (change.position === undefined) return stages.map((stage) => (stage.id === id ? changed : stage));
  const others = stages.filter((stage) => stage.id !== id);
  return others.toSpliced(change.position, 0, changed).map((stage, position) => ({ ...stage, position }));
}
