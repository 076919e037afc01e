import { useLingui } from "@lingui/react/macro";
import { Button, Group } from "@mantine/core";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { RowName } from "@/shared/ui/row-name";
import type { Product } from "../api";
import { ProductMenu } from "./product-menu";
import classes from "./sendings.module.css";

interface ProductColumnsOptions {
  mayEdit: boolean;
  onStock: (product: Product) => void;
}

export function useProductColumns({ mayEdit, onStock }: ProductColumnsOptions) {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo<DataColumn<Product>[]>(
    () => [
      {
        id: "name",
        header: t`Product`,
        primary: true,
        orderBy: "name",
        cell: ({ name, sku }) => <RowName name={name} detail={sku} />,
      },
      { id: "brand", header: t`Brand`, width: 190, wideOnly: true, cell: ({ brand }) => brand.name },
      {
        id: "value",
        header: t`Public value`,
        width: 120,
        align: "end",
        wideOnly: true,
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
        width: 90,
        narrowWidth: 78,
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
        width: 130,
        narrowWidth: 80,
        align: "end",
        cell: (row) => (
          <Group gap={2} justify="flex-end" wrap="nowrap">
            <Button variant="subtle" size="compact-sm" visibleFrom="sm" onClick={() => onStock(row)}>
              {t`Stock`}
            </Button>
            <ProductMenu product={row} mayEdit={mayEdit} onStock={() => onStock(row)} />
          </Group>
        ),
      },
    ],
    [t, format, mayEdit, onStock],
  );
}
