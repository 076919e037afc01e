import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Client } from "openapi-fetch";
import { requestPasswordReset, resetPassword, signIn } from "@/shared/api/auth";
import { api, client } from "@/shared/api/client";
import { meQuery } from "@/shared/api/me";
import type { components } from "@/shared/api/schema";

/** Not a resource of the API, so its description does not have it. */
interface SamplePaths {
  "/api/v1/sample-workspace/": {
    post: { responses: { 201: { content: { "application/json": { slug: string } } } } };
    delete: { responses: { 204: { content?: never } } };
  };
}

type Schemas = components["schemas"];

/** Whether this server still waits for its first account. */
export const setupQuery = () => api.queryOptions("get", "/api/v1/setup/", {}, { staleTime: 0 });

export const invitationQuery = (token: string) =>
  api.queryOptions("get", "/api/v1/invitations/{token}/", { params: { path: { token } } });

/** Signs in, forgets what a former session knew, and opens `target`. */
export function useSignIn(target: string) {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: signIn,
    onSuccess: async () => {
      queryClient.removeQueries();
      await router.navigate({ href: target });
    },
  });
}

export function useSetUp() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SetupRequest"]) => client.POST("/api/v1/setup/", { body }),
    onSuccess: ({ data }) => queryClient.setQueryData(meQuery().queryKey, data),
  });
}

export function useCreateWorkspace() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["WorkspaceRequest"]) => client.POST("/api/v1/workspaces/", { body }),
    onSuccess: () => queryClient.refetchQueries({ queryKey: meQuery().queryKey }),
  });
}

export function useLoadSample() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => (client as Client<SamplePaths>).POST("/api/v1/sample-workspace/"),
    onSuccess: () => queryClient.refetchQueries({ queryKey: meQuery().queryKey }),
  });
}

export function useRemoveSample() {
  return useMutation({
    mutationFn: () => (client as Client<SamplePaths>).DELETE("/api/v1/sample-workspace/"),
  });
}

export function useAcceptInvitation(token: string) {
  const queryClient = useQueryClient();
  return useMutation({
    // Someone who is signed in joins as themselves: no account to describe.
    mutationFn: (account?: Schemas["InvitationAcceptRequest"]) =>
      client.POST("/api/v1/invitations/{token}/", {
        params: { path: { token } },
        body: account ?? ({} as Schemas["InvitationAcceptRequest"]),
      }),
    onSuccess: () => queryClient.removeQueries({ queryKey: meQuery().queryKey }),
  });
}

export const useRequestReset = () => useMutation({ mutationFn: requestPasswordReset });
export const useResetPassword = () => useMutation({ mutationFn: resetPassword });
