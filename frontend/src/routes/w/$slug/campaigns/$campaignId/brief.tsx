import { createFileRoute } from "@tanstack/react-router";
import { CampaignBrief } from "@/features/campaigns/components/campaign-brief";

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/brief")({ component: BriefRoute });

function BriefRoute() {
  const { campaignId } = Route.useParams();
  return <CampaignBrief campaignId={campaignId} />;
}
