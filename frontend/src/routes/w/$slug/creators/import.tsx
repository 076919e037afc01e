import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { ImportsPage } from "@/features/imports/components/imports-page";

export const Route = createFileRoute("/w/$slug/creators/import")({
  validateSearch: v.object({ id: v.fallback(v.optional(v.number()), undefined) }),
  component: ImportRoute,
});

function ImportRoute() {
  const { id } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ImportsPage id={id} onOpen={(next) => void navigate({ search: { id: next } })} />;
}
