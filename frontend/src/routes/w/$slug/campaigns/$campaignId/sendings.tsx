import { createFileRoute } from "@tanstack/react-router";
import { SendingsList } from "@/features/sendings/components/sendings-list";
import { sendingSearch } from "@/shared/hooks/sending-search";

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/sendings")({
  validateSearch: sendingSearch,
  component: SendingsRoute,
});

function SendingsRoute() {
  const { campaignId } = Route.useParams();
  const { sending: _sending, ...search } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <SendingsList
      campaignId={campaignId}
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
