import { createFileRoute, notFound } from "@tanstack/react-router";
import { CreatorPage } from "@/features/creator/components/creator-page";
import { creatorQuery } from "@/shared/api/creators";

export const Route = createFileRoute("/w/$slug/creators/$id")({
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
  return <CreatorPage id={Number(id)} />;
}
