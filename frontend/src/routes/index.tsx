import { createFileRoute, redirect } from "@tanstack/react-router";
import { lastWorkspace } from "@/app/last-workspace";
import { requireMe } from "@/app/require-me";

export const Route = createFileRoute("/")({
  beforeLoad: async ({ context, location }) => {
    const me = await requireMe(context.queryClient, location.href);
    const slug = lastWorkspace(me);
    throw slug ? redirect({ to: "/w/$slug", params: { slug } }) : redirect({ to: "/workspaces/new" });
  },
});
