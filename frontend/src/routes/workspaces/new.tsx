import { createFileRoute } from "@tanstack/react-router";
import { requireMe } from "@/app/require-me";
import { NewWorkspace } from "@/features/account/components/new-workspace";

export const Route = createFileRoute("/workspaces/new")({
  beforeLoad: ({ context, location }) => requireMe(context.queryClient, location.href),
  component: NewWorkspace,
});
