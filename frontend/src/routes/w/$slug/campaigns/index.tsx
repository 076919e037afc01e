import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AppPage } from "@/shared/ui/app-page";

export const Route = createFileRoute("/w/$slug/campaigns/")({ component: CampaignsRoute });

function CampaignsRoute() {
  const { t } = useLingui();
  return <AppPage title={t`Campaigns`}>{null}</AppPage>;
}
