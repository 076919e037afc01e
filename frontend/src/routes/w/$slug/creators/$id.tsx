import { createFileRoute, notFound } from "@tanstack/react-router";
import * as v from "valibot";
import { CreatorPage } from "@/features/creator/components/creator-page";
import { creatorQuery } from "@/shared/api/creators";
import { searchQuick } from "@/shared/hooks/search-params";
import { QuickDialogs } from "../-quick-dialogs";

export const Route = createFileRoute("/w/$slug/creators/$id")({
  validateSearch: v.object({ quick: searchQuick }),
  beforeLoad: ({ params }) => {
    if (!/^\d{1,15}$/.test(params.id)) throw notFound();
  },
  loader: ({ context, params }) => {
    void context.queryClient.prefetchQuery(creatorQuery(params.slug, Number(params.id)));
  },
  component: CreatorRoute,
});

function CreatorRoute() {
  const { id } = Route.useParams();
  const { quick } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <>
      <CreatorPage id={Number(id)} />
      <QuickDialogs
        quick={quick}
        creatorId={Number(id)}
        onClose={() => void navigate({ search: {}, replace: true })}
      />
    </>
  );
}
