import { createFileRoute } from "@tanstack/react-router";
import { CreatorsPage } from "@/features/creators/components/creators-page";
import { creatorsSearch } from "@/features/creators/model";

export const Route = createFileRoute("/w/$slug/creators/")({
  validateSearch: creatorsSearch,
  component: CreatorsRoute,
});

function CreatorsRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <CreatorsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
