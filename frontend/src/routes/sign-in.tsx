import { createFileRoute, redirect } from "@tanstack/react-router";
import * as v from "valibot";
import { setupQuery } from "@/features/account/api";
import { SignIn } from "@/features/account/components/sign-in";

export const Route = createFileRoute("/sign-in")({
  // `to` stays inside the application: anything that is not a path of ours is dropped.
  validateSearch: v.object({ to: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^\/(?![/\\])/)), "/")) }),
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queryClient.fetchQuery(setupQuery());
    if (needed) throw redirect({ to: "/setup" });
  },
  component: SignInRoute,
});

function SignInRoute() {
  const { to } = Route.useSearch();
  return <SignIn target={to ?? "/"} />;
}
