import { createFileRoute, notFound } from "@tanstack/react-router";
import { rememberWorkspace } from "@/app/last-workspace";
import { requireMe } from "@/app/require-me";
import { Shell } from "@/app/shell/shell";
import { WorkspaceContext } from "@/shared/hooks/use-workspace";

export const Route = createFileRoute("/w/$slug")({
  beforeLoad: async ({ context, params, location }) => {
    const me = await requireMe(context.queryClient, location.href);
    const workspace = me.workspaces.find(({ slug }) => slug === params.slug);
    if (!workspace) throw notFound();
    rememberWorkspace(workspace.slug);
    return { workspace };
  },
  component: WorkspaceRoute,
});

function WorkspaceRoute() {
  const { workspace } = Route.useRouteContext();
  return (
    <WorkspaceContext value={workspace}>
      <Shell />
    </WorkspaceContext>
  );
}
