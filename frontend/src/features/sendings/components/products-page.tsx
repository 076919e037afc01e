import { useLingui } from "@lingui/react/macro";
import { Button, Chip } from "@mantine/core";
import { IconBox, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { SearchBox } from "@/shared/ui/search-box";
import { type Product, productQuery, productsQuery } from "../api";
import type { ProductFilters } from "../model";
import { useProductColumns } from "./use-product-columns";

const ProductDialog = lazy(() => import("./product-dialog"));
const StockDialog = lazy(() => import("./stock-dialog"));

export interface ProductSearch extends ProductFilters {
  /** The product that is open; 0 is a new one. */
  product?: number;
}

interface ProductsPageProps {
  search: ProductSearch;
  onSearch: (change: Partial<ProductSearch>) => void;
}

/** The catalogue: what is sent, what it is worth, what is left. */
export function ProductsPage({ search, onSearch }: ProductsPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const [stocked, setStocked] = useState<Product | null>(null);
  const { product, ...filters } = search;
  const pages = usePages(productsQuery(slug, filters));
  const opened = useQuery({ ...productQuery(slug, product ?? 0), enabled: Boolean(product) }).data;
  const mayEdit = isAtLeast(role, "editor");
  const columns = useProductColumns({ mayEdit, onStock: setStocked });
  useCommands({ "products.add": mayEdit && (() => onSearch({ product: 0 })) });
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ product: 0 })}>
      {t`New product`}
    </Button>
  );
  const close = () => onSearch({ product: undefined });
  return (
    <>
      <FacetBar
        search={
          <SearchBox
            label={t`Search products`}
            value={filters.q ?? ""}
            onSearch={(q) => onSearch({ q: q || undefined })}
          />
        }
        end={add}
      >
        <Chip
          variant="light"
          color="red"
          checked={filters.low ?? false}
          onChange={(checked) => onSearch({ low: checked || undefined })}
        >
          {t`Low stock`}
        </Chip>
        <Chip
          variant="light"
          checked={filters.archived ?? false}
          onChange={(checked) => onSearch({ archived: checked || undefined })}
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
        rowLink={
          mayEdit
            ? ({ id }) => ({
                to: "/w/$slug/sendings/products",
                params: { slug },
                search: { ...search, product: id },
              })
            : undefined
        }
        order={filters.order ?? "name"}
        onOrder={(order) => onSearch({ order: order as ProductFilters["order"] })}
        isFiltered={Boolean(filters.q || filters.low || filters.archived)}
        onClearFilters={() => onSearch({ q: undefined, low: undefined, archived: undefined })}
        empty={
          <EmptyState icon={IconBox} title={t`The catalogue is empty`} action={add}>
            {t`Add what you give or lend. Public value and cost are kept apart; stock follows the sendings.`}
          </EmptyState>
        }
      />
      <Suspense fallback={null}>
        {mayEdit && product === 0 && <ProductDialog product={null} onClose={close} />}
        {mayEdit && opened && product === opened.id && (
          <ProductDialog key={product} product={opened} onClose={close} />
        )}
        {stocked && <StockDialog product={stocked} mayEdit={mayEdit} onClose={() => setStocked(null)} />}
      </Suspense>
    </>
  );
}
