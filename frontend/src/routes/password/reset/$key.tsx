import { createFileRoute } from "@tanstack/react-router";
import { PasswordReset } from "@/features/account/components/password-reset";

export const Route = createFileRoute("/password/reset/$key")({ component: PasswordResetRoute });

function PasswordResetRoute() {
  const { key } = Route.useParams();
  return <PasswordReset resetKey={key} />;
}
