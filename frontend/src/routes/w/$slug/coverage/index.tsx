import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AppPage } from "@/shared/ui/app-page";

export const Route = createFileRoute("/w/$slug/coverage/")({ component: CoverageRoute });

function CoverageRoute() {
  const { t } = useLingui();
  return <AppPage title={t`Coverage`}>{null}</AppPage>;
}
