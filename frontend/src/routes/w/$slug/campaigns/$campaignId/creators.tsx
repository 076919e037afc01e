import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { CampaignCreators } from "@/features/campaigns/components/campaign-creators";
import { searchChoice, searchId, searchText } from "@/shared/hooks/search-params";

const filters = v.object({
  q: searchText,
  stage: searchId,
  order: searchChoice([
    "created",
    "-created",
    "creator_name",
    "-creator_name",
    "stage_since",
    "-stage_since",
    "followers",
    "-followers",
    "next_action_on",
    "-next_action_on",
    "fee_amount",
    "-fee_amount",
  ]),
});

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/creators")({
  validateSearch: filters,
  component: CreatorsRoute,
});

function CreatorsRoute() {
  const { campaignId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CampaignCreators
      campaignId={campaignId}
      filters={search}
      onFilters={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
