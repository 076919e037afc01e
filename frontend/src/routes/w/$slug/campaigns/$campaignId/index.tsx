import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { BoardPage } from "@/features/board/components/board-page";
import { searchChoice, searchFlag, searchId, searchText } from "@/shared/hooks/search-params";

const search = v.object({
  q: searchText,
  owner: searchChoice(["me"]),
  late: searchFlag,
  card: searchId,
  stage: searchId,
});

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/")({
  validateSearch: search,
  component: BoardRoute,
});

function BoardRoute() {
  const { campaignId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <BoardPage
      key={campaignId}
      campaignId={campaignId}
      search={Route.useSearch()}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
