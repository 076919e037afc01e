import { useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meQuery } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { Choice } from "@/shared/ui/choice-list";
import { WorkspaceMark } from "@/shared/ui/workspace-mark";

/** The other workspaces one may go to. */
export function useWorkspaceChoices(): (Choice & { run: () => unknown })[] {
  const { t } = useLingui();
  const { slug: current } = useWorkspace();
  const { data: me } = useSuspenseQuery(meQuery());
  const navigate = useNavigate();
  return me.workspaces
    .filter(({ slug }) => slug !== current)
    .map(({ slug, name }) => ({
      id: `workspace-${slug}`,
      label: t`Workspace: ${name}`,
      icon: <WorkspaceMark name={name} />,
      run: () => navigate({ to: "/w/$slug", params: { slug } }),
    }));
}
