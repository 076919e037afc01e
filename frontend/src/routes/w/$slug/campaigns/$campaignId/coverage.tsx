import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { searchId } from "@/shared/hooks/search-params";

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/coverage")({
  validateSearch: v.object({ piece: searchId, add: searchId }),
});
