import { createContext, useContext } from "react";
import type { MyWorkspace } from "../api/me";

export const WorkspaceContext = createContext<MyWorkspace | null>(null);

/** The workspace named in the address. Only for screens under `/w/<slug>/`. */
export function useWorkspace(): MyWorkspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace needs a screen under /w/<slug>/.");
  return workspace;
}

export function useMaybeWorkspace(): MyWorkspace | null {
  return useContext(WorkspaceContext);
}
