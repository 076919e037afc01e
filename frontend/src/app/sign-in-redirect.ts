import type { AppRouter } from "./router";

const openPages = ["/sign-in", "/setup", "/password", "/invitations", "/dev"];

/** Sends to the sign-in page, which comes back to where the person was. */
export function goToSignIn(router: AppRouter): void {
  const { pathname, href } = router.state.location;
  if (openPages.some((page) => pathname.startsWith(page))) return;
  router.options.context.queryClient.removeQueries();
  void router.navigate({ to: "/sign-in", search: { to: href } });
}
