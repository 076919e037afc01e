import { useLingui } from "@lingui/react/macro";
import {
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { brandsQuery } from "@/shared/api/lists";
import { useRebase } from "@/shared/hooks/use-rebase";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ConflictNotice } from "@/shared/ui/conflict-notice";
import { FormError } from "@/shared/ui/form-error";
import { MoneyInput } from "@/shared/ui/money-input";
import { type Product, productQuery, useSaveProduct } from "../api";

interface ProductDialogProps {
  /** `null` to add one. */
  product: Product | null;
  onClose: () => void;
  onSaved?: (product: Product) => void;
}

function valuesOf(product: Product | null) {
  return {
    brand: product ? String(product.brand.id) : null,
    name: product?.name ?? "",
    sku: product?.sku ?? "",
    public_value_amount: product?.public_value_amount ?? null,
    cost_amount: product?.cost_amount ?? null,
    low_stock_at: (product?.low_stock_at ?? 0) as number | "",
    notes: product?.notes ?? "",
  };
}

/** An entry of the catalogue. */
export default function ProductDialog({ product: opened, onClose, onSaved }: ProductDialogProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const brands = useQuery(brandsQuery(slug)).data?.results.filter(({ archived_at }) => !archived_at) ?? [];
  // Where there is one brand only, nobody needs to choose.
  const only = brands.length === 1 ? String(brands[0]?.id) : null;
  const form = useForm({
    initialValues: valuesOf(opened),
    validate: {
      brand: (brand) => (brand || only ? null : t`Choose the brand.`),
      name: (name) => (name.trim() ? null : t`Give the product a name.`),
      sku: (sku) => (sku.trim() ? null : t`Give the product an SKU.`),
    },
  });
  const { base, conflicts, isStale, refused } = useRebase({
    form,
    opened,
    valuesOf,
    reload: () => queryClient.fetchQuery({ ...productQuery(slug, opened?.id ?? 0), staleTime: 0 }),
  });
  const save = useSaveProduct();
  const submit = form.onSubmit(({ brand, low_stock_at, ...values }) =>
    save.mutate(
      { known: base, body: { ...values, brand: Number(brand ?? only), low_stock_at: Number(low_stock_at) } },
      {
        onSuccess: (saved) => {
          onSaved?.(saved);
          onClose();
        },
        onError: refused,
      },
    ),
  );
  const field = form.getInputProps;
  const names = {
    brand: t`Brand`,
    name: t`Name`,
    sku: t`SKU`,
    public_value_amount: t`Public value`,
    cost_amount: t`Cost`,
    low_stock_at: t`Warn at`,
    notes: t`Notes`,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={opened ? t`Edit the product` : t`New product`}
      closeOnClickOutside={!form.isDirty()}
    >
      <form
        noValidate
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          // It may stand inside another form, which must not be sent with it.
          event.stopPropagation();
          submit(event);
        }}
      >
        <Stack>
          <TextInput label={names.name} required maxLength={200} data-autofocus {...field("name")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={names.brand}
              required
              allowDeselect={false}
              data={brands.map(({ id, name }) => ({ value: String(id), label: name }))}
              {...field("brand")}
              value={form.values.brand ?? only}
            />
            <TextInput label={names.sku} required maxLength={64} {...field("sku")} />
            <MoneyInput label={names.public_value_amount} {...field("public_value_amount")} />
            <MoneyInput label={names.cost_amount} {...field("cost_amount")} />
            <NumberInput label={names.low_stock_at} min={0} allowDecimal={false} {...field("low_stock_at")} />
          </SimpleGrid>
          <Textarea label={names.notes} autosize minRows={2} maxRows={8} {...field("notes")} />
          {conflicts ? (
            <ConflictNotice
              title={t`Somebody changed this product while you were typing`}
              conflicts={conflicts}
              names={names}
            />
          ) : (
            <FormError error={save.error} fields={Object.keys(names)} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {isStale ? t`Save mine` : opened ? t`Save` : t`Add`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
