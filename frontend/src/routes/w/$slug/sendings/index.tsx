import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AppPage } from "@/shared/ui/app-page";

export const Route = createFileRoute("/w/$slug/sendings/")({ component: SendingsRoute });

function SendingsRoute() {
  const { t } = useLingui();
  return <AppPage title={t`Sendings`}>{null}</AppPage>;
}
