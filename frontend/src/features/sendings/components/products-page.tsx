import { useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { IconBox, IconPlus } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { RowName } from "@/shared/ui/row-name";
import { SearchBox } from "@/shared/ui/search-box";
import { type Product, productsQuery } from "../api";
import type { ProductFilters } from "../model";
import { ProductDialog } from "./product-dialog";
import classes from "./sendings.module.css";
import { StockDialog } from "./stock-dialog";

interface ProductsPageProps {
  filters: ProductFilters;
  onFilters: (change: Partial<ProductFilters>) => void;
}

/** The catalogue: what is sent, what it is worth, what is left. */
export function ProductsPage({ filters, onFilters }: ProductsPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const format = useFormat();
  const [edited, setEdited] = useState<Product | "new" | null>(null);
  const [stocked, setStocked] = useState<Product | null>(null);
  const pages = usePages(productsQuery(slug, filters));
  const mayEdit = isAtLeast(role, "editor");
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited("new")}>
      {t`New product`}
    </Button>
  );
  const columns = useMemo<DataColumn<Product>[]>(
    () => [
      {
        id: "name",
        header: t`Product`,
        primary: true,
        orderBy: "name",
        cell: ({ name, sku }) => <RowName name={name} detail={sku} />,
      },
      { id: "brand", header: t`Brand`, width: 160, wideOnly: true, cell: ({ brand }) => brand.name },
      {
        id: "value",
        header: t`Public value`,
        width: 120,
        align: "end",
        cell: (row) => format.money(row.public_value_amount),
      },
      {
        id: "cost",
        header: t`Cost`,
        width: 110,
        align: "end",
        wideOnly: true,
        cell: (row) => format.money(row.cost_amount),
      },
      {
        id: "stock",
        header: t`Stock`,
        width: 110,
        align: "end",
        orderBy: "stock",
        cell: ({ stock, is_low }) => (
          <span className={is_low ? classes.late : undefined}>
            {format.number(stock)}
            {is_low && <span className="visually-hidden">{t`low`}</span>}
          </span>
        ),
      },
      {
        id: "acts",
        header: t`Actions`,
        width: 190,
        align: "end",
        cell: (row) => (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <Button variant="subtle" size="compact-sm" onClick={() => setStocked(row)}>
              {t`Stock`}
            </Button>
            {mayEdit && (
              <Button variant="subtle" size="compact-sm" onClick={() => setEdited(row)}>
                {t`Edit`}
              </Button>
            )}
          </Group>
        ),
      },
    ],
    [t, format, mayEdit],
  );
  return (
    <>
      <FacetBar end={add}>
        <SearchBox
          label={t`Search products`}
          value={filters.q ?? ""}
          onSearch={(q) => onFilters({ q: q || undefined })}
        />
      </FacetBar>
      <DataTable
        label={t`Products`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        order={filters.order ?? "name"}
        onOrder={(order) => onFilters({ order: order as ProductFilters["order"] })}
        isFiltered={Boolean(filters.q)}
        onClearFilters={() => onFilters({ q: undefined })}
        empty={
          <EmptyState icon={IconBox} title={t`The catalogue is empty`} action={add}>
            {t`Add what you give or lend. Public value and cost are kept apart; stock follows the sendings.`}
          </EmptyState>
        }
      />
      {edited && <ProductDialog product={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
      {stocked && <StockDialog product={stocked} mayEdit={mayEdit} onClose={() => setStocked(null)} />}
    </>
  );
}
