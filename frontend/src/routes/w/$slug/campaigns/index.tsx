import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { CampaignsPage } from "@/features/campaigns/components/campaigns-page";
import { searchChoice, searchFlag, searchId, searchText } from "@/shared/hooks/search-params";

const filters = v.object({
  q: searchText,
  state: searchChoice(["planned", "active", "closed"]),
  kind: searchChoice(["gifting", "loan", "sponsored", "event", "contest", "affiliate", "ambassador"]),
  brand: searchId,
  archived: searchFlag,
  order: searchChoice([
    "created",
    "-created",
    "name",
    "-name",
    "starts_on",
    "-starts_on",
    "ends_on",
    "-ends_on",
  ]),
  add: searchFlag,
});

export const Route = createFileRoute("/w/$slug/campaigns/")({
  validateSearch: filters,
  component: CampaignsRoute,
});

function CampaignsRoute() {
  const { add = false, ...filters } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <CampaignsPage
      filters={filters}
      onFilters={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
      isAdding={add}
      onAdding={(isAdding) =>
        void navigate({ search: (old) => ({ ...old, add: isAdding || undefined }), replace: true })
      }
    />
  );
}
