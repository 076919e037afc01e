import { createFileRoute } from "@tanstack/react-router";
import { InvitationPage } from "@/features/account/components/invitation-page";

export const Route = createFileRoute("/invitations/$token")({ component: InvitationRoute });

function InvitationRoute() {
  const { token } = Route.useParams();
  return <InvitationPage token={token} />;
}
