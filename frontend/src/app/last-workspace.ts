import type { Me } from "@/shared/api/me";

const storageKey = "relais.workspace";

export function rememberWorkspace(slug: string): void {
  localStorage.setItem(storageKey, slug);
}

/** Where to land: the workspace last seen in this browser while still a member of it, else the first one. */
export function lastWorkspace(me: Me): string | undefined {
  const stored = localStorage.getItem(storageKey);
  return me.workspaces.find(({ slug }) => slug === stored)?.slug ?? me.workspaces[0]?.slug;
}
