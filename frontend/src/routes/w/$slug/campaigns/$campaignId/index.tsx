import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { BoardPage } from "@/features/board/components/board-page";
import { searchChoice, searchFlag, searchId, searchQuick, searchText } from "@/shared/hooks/search-params";
import { QuickDialogs } from "../../-quick-dialogs";

const search = v.object({
  q: searchText,
  owner: searchChoice(["me"]),
  late: searchFlag,
  card: searchId,
  stage: searchId,
  group: searchChoice(["owner"]),
  quick: searchQuick,
});

export const Route = createFileRoute("/w/$slug/campaigns/$campaignId/")({
  validateSearch: search,
  component: BoardRoute,
});

function BoardRoute() {
  const { campaignId } = Route.useParams();
  const { quick, ...board } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <BoardPage
        key={campaignId}
        campaignId={campaignId}
        search={board}
        onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
      />
      <QuickDialogs
        quick={board.card ? quick : undefined}
        cardId={board.card}
        onClose={() => void navigate({ search: (old) => ({ ...old, quick: undefined }), replace: true })}
      />
    </>
  );
}
