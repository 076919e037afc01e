import { api } from "./client";
import type { components } from "./schema";

export type Me = components["schemas"]["Me"];
export type MyWorkspace = Me["workspaces"][number];
export type Role = MyWorkspace["role"];

/** Who is signed in, and where they may go. Fails with 401 when nobody is. */
export const meQuery = () => api.queryOptions("get", "/api/v1/me/", {}, { staleTime: 60_000 });

const ranks: Record<Role, number> = { viewer: 0, editor: 1, manager: 2, owner: 3 };

/** Whether a role is at least another one. The server decides; this only hides what it would refuse. */
export function isAtLeast(role: Role, needed: Role): boolean {
  return ranks[role] >= ranks[needed];
}
