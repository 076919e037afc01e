import { useLingui } from "@lingui/react/macro";
import { createFileRoute } from "@tanstack/react-router";
import { CoverageList } from "@/features/coverage/components/coverage-list";
import { coverageSearch } from "@/shared/hooks/coverage-search";
import { AppPage } from "@/shared/ui/app-page";

export const Route = createFileRoute("/w/$slug/coverage/")({
  validateSearch: coverageSearch,
  component: CoverageRoute,
});

function CoverageRoute() {
  const { t } = useLingui();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <AppPage title={t`Coverage`}>
      <CoverageList
        search={search}
        onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
      />
    </AppPage>
  );
}
