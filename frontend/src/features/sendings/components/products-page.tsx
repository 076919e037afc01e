import { useLingui } from "@lingui/react/macro";
import { Button, Chip } from "@mantine/core";
import { IconBox, IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { SearchBox } from "@/shared/ui/search-box";
import { type Product, productsQuery } from "../api";
import type { ProductFilters } from "../model";
import { useProductColumns } from "./use-product-columns";

const ProductDialog = lazy(() => import("./product-dialog"));
const StockDialog = lazy(() => import("./stock-dialog"));

interface ProductsPageProps {
  filters: ProductFilters;
  onFilters: (change: Partial<ProductFilters>) => void;
}

/** The catalogue: what is sent, what it is worth, what is left. */
export function ProductsPage({ filters, onFilters }: ProductsPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const [edited, setEdited] = useState<Product | "new" | null>(null);
  const [stocked, setStocked] = useState<Product | null>(null);
  const pages = usePages(productsQuery(slug, filters));
  const mayEdit = isAtLeast(role, "editor");
  const columns = useProductColumns({ mayEdit, onEdit: setEdited, onStock: setStocked });
  useCommands({ "products.add": mayEdit && (() => setEdited("new")) });
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited("new")}>
      {t`New product`}
    </Button>
  );
  return (
    <>
      <FacetBar end={add}>
        <SearchBox
          label={t`Search products`}
          value={filters.q ?? ""}
          onSearch={(q) => onFilters({ q: q || undefined })}
        />
        <Chip
          variant="light"
          color="red"
          checked={filters.low ?? false}
          onChange={(checked) => onFilters({ low: checked || undefined })}
        >
          {t`Low stock`}
        </Chip>
        <Chip
          variant="light"
          checked={filters.archived ?? false}
          onChange={(checked) => onFilters({ archived: checked || undefined })}
        >
          {t({ message: "Archived", context: "products" })}
        </Chip>
      </FacetBar>
      <DataTable
        label={t`Products`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        order={filters.order ?? "name"}
        onOrder={(order) => onFilters({ order: order as ProductFilters["order"] })}
        isFiltered={Boolean(filters.q || filters.low || filters.archived)}
        onClearFilters={() => onFilters({ q: undefined, low: undefined, archived: undefined })}
        empty={
          <EmptyState icon={IconBox} title={t`The catalogue is empty`} action={add}>
            {t`Add what you give or lend. Public value and cost are kept apart; stock follows the sendings.`}
          </EmptyState>
        }
      />
      <Suspense fallback={null}>
        {edited && (
          <ProductDialog product={edited === "new" ? null : edited} onClose={() => setEdited(null)} />
        )}
        {stocked && <StockDialog product={stocked} mayEdit={mayEdit} onClose={() => setStocked(null)} />}
      </Suspense>
    </>
  );
}
