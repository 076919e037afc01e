import { createFileRoute, redirect } from "@tanstack/react-router";
import { setupQuery } from "@/features/account/api";
import { FirstRun } from "@/features/account/components/first-run";

export const Route = createFileRoute("/setup")({
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery(setupQuery());
    if (!needed) throw redirect({ to: "/sign-in" });
  },
  component: FirstRun,
});
