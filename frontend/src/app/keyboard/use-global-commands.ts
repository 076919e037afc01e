import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { isAtLeast } from "@/shared/api/me";
import { useCommands } from "@/shared/commands/use-commands";
import { useChangeLanguage } from "@/shared/hooks/use-change-language";
import { setDensity } from "@/shared/hooks/use-density";
import { useSignOut } from "@/shared/hooks/use-sign-out";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { undoLatest } from "@/shared/ui/undo";
import type { Panel } from "./keyboard";

/** What can be done on every page of a workspace. */
export function useGlobalCommands(open: (panel: Panel) => void): void {
  const { slug, role } = useWorkspace();
  const mayEdit = isAtLeast(role, "editor");
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const changeLanguage = useChangeLanguage();
  const signOut = useSignOut();
  const params = { slug };
  useCommands({
    palette: () => open("palette"),
    help: () => open("help"),
    undo: undoLatest,
    "go.creators": () => navigate({ to: "/w/$slug/creators", params }),
    "go.campaigns": () => navigate({ to: "/w/$slug/campaigns", params }),
    "go.sendings": () => navigate({ to: "/w/$slug/sendings", params }),
    "go.products": () => navigate({ to: "/w/$slug/sendings/products", params }),
    "go.coverage": () => navigate({ to: "/w/$slug/coverage", params }),
    "go.refresh": () => navigate({ to: "/w/$slug/refresh", params }),
    "go.settings": () => navigate({ to: "/w/$slug/settings", params }),
    "new.creator": mayEdit && (() => navigate({ to: "/w/$slug/creators", params, search: { add: true } })),
    "new.campaign": mayEdit && (() => navigate({ to: "/w/$slug/campaigns", params, search: { add: true } })),
    "new.sending": mayEdit && (() => navigate({ to: "/w/$slug/sendings", params, search: { add: 0 } })),
    "new.coverage": mayEdit && (() => navigate({ to: "/w/$slug/coverage", params, search: { add: 0 } })),
    "creators.import": mayEdit && (() => navigate({ to: "/w/$slug/creators/import", params })),
    "creators.duplicates": () => navigate({ to: "/w/$slug/creators/duplicates", params }),
    "settings.profile": () => navigate({ to: "/w/$slug/settings/profile", params }),
    "settings.workspace": () => navigate({ to: "/w/$slug/settings/workspace", params }),
    "settings.brands": () => navigate({ to: "/w/$slug/settings/brands", params }),
    "settings.members": () => navigate({ to: "/w/$slug/settings/members", params }),
    "settings.stages": () => navigate({ to: "/w/$slug/settings/stages", params }),
    "settings.keys": () => navigate({ to: "/w/$slug/settings/api-keys", params }),
    "theme.light": () => setColorScheme("light"),
    "theme.dark": () => setColorScheme("dark"),
    "theme.auto": () => setColorScheme("auto"),
    "language.en": () => changeLanguage("en"),
    "language.fr": () => changeLanguage("fr"),
    "rows.comfortable": () => setDensity("comfortable"),
    "rows.dense": () => setDensity("dense"),
    "workspace.new": () => navigate({ to: "/workspaces/new" }),
    "sign-out": () => signOut.mutate(),
  });
}
