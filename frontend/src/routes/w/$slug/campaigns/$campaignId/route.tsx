import { createFileRoute, notFound } from "@tanstack/react-router";
import { CampaignLayout } from "@/features/campaigns/components/campaign-layout";

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId")({
  params: {
    parse: ({ campaignId }) => {
      const id = Number(campaignId);
      if (!Number.isSafeInteger(id) || id < 1) throw notFound();
      return { campaignId: id };
    },
    stringify: ({ campaignId }) => ({ campaignId: String(campaignId) }),
  },
  component: CampaignRoute,
});

function CampaignRoute() {
  const { campaignId } = Route.useParams();
  return <CampaignLayout campaignId={campaignId} />;
}
