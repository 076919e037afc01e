import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { AppPage } from "@/shared/ui/app-page";

export const Route = createFileRoute("/w/$slug/creators/")({ component: CreatorsRoute });

function CreatorsRoute() {
  const { t } = useLingui();
  return <AppPage title={t`Creators`}>{null}</AppPage>;
}
