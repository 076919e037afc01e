import { useLingui } from "@lingui/react/macro";
import { Group, Select, type SelectProps, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { productSearchQuery } from "../api";
import type { PickedProduct } from "../form";

interface ProductPickerProps extends Omit<SelectProps, "data" | "value" | "onChange" | "defaultValue"> {
  value?: PickedProduct | null;
  onChange?: (product: PickedProduct | null) => void;
}

/** Finds one product of the catalogue by a few letters of its name or SKU. */
export function ProductPicker({ value, onChange, ...props }: ProductPickerProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const [text, setText] = useState(value?.name ?? "");
  const [asked] = useDebouncedValue(text.trim(), 200);
  // What stands there because it is chosen is no search.
  const { data, isFetching } = useQuery(productSearchQuery(slug, asked === value?.name ? "" : asked));
  const found = data?.results ?? [];
  const all = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      searchable
      allowDeselect={false}
      placeholder={t`Search the catalogue`}
      nothingFoundMessage={isFetching ? t`Searching…` : t`No product of this name`}
      // The server has searched already, in the SKU too.
      filter={({ options }) => options}
      {...props}
      data={all.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value ? String(value.id) : null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        const picked = all.find((product) => String(product.id) === id);
        if (picked) onChange?.({ id: picked.id, name: picked.name, sku: picked.sku, stock: picked.stock });
      }}
      renderOption={({ option }) => {
        const product = all.find(({ id }) => String(id) === option.value);
        const left = format.number(product?.stock);
        return (
          <Group gap="xs" wrap="nowrap" justify="space-between" w="100%">
            <span>{option.label}</span>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {product?.stock === null ? product.sku : t`${left} in stock`}
            </Text>
          </Group>
        );
      }}
    />
  );
}
