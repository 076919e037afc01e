import { useLingui } from "@lingui/react/macro";
import type { Role } from "../api/me";

export function useRoleNames(): Record<Role, string> {
  const { t } = useLingui();
  return {
    owner: t({ message: "Owner", context: "role" }),
    manager: t({ message: "Manager", context: "role" }),
    editor: t({ message: "Editor", context: "role" }),
    viewer: t({ message: "Viewer", context: "role" }),
  };
}
