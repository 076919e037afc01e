import { createFileRoute } from "@tanstack/react-router";
import { CoverageList } from "@/features/coverage/components/coverage-list";
import { coverageSearch } from "@/shared/hooks/coverage-search";

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/coverage")({
  validateSearch: coverageSearch,
  component: CoverageRoute,
});

function CoverageRoute() {
  const { campaignId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CoverageList
      campaignId={campaignId}
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
