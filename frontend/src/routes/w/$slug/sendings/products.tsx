import { createFileRoute } from "@tanstack/react-router";
import * as v from "valibot";
import { ProductsPage } from "@/features/sendings/components/products-page";
import { searchChoice, searchFlag, searchId, searchText } from "@/shared/hooks/search-params";

export const Route = createFileRoute("/w/$slug/sendings/products")({
  validateSearch: v.object({
    q: searchText,
    archived: searchFlag,
    low: searchFlag,
    product: searchId,
    order: searchChoice(["name", "-name", "stock", "-stock", "created", "-created"]),
  }),
  component: ProductsRoute,
});

function ProductsRoute() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ProductsPage
      search={search}
      onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
    />
  );
}
