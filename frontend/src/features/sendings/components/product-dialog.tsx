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
import { useQuery } from "@tanstack/react-query";
import { brandsQuery } from "@/shared/api/lists";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { MoneyInput } from "@/shared/ui/money-input";
import { type Product, useSaveProduct } from "../api";

const fieldNames = ["brand", "name", "sku", "public_value_amount", "cost_amount", "low_stock_at", "notes"];

/** @param product `null` to add one. */
export function ProductDialog({ product, onClose }: { product: Product | null; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const brands = useQuery(brandsQuery(slug)).data?.results.filter(({ archived_at }) => !archived_at) ?? [];
  const form = useForm({
    initialValues: {
      brand: product ? String(product.brand.id) : brands.length === 1 ? String(brands[0]?.id) : null,
      name: product?.name ?? "",
      sku: product?.sku ?? "",
      public_value_amount: product?.public_value_amount ?? null,
      cost_amount: product?.cost_amount ?? null,
      low_stock_at: product?.low_stock_at ?? 0,
      notes: product?.notes ?? "",
    },
    validate: { brand: (brand) => (brand ? null : t`Choose the brand.`) },
  });
  const save = useSaveProduct();
  const submit = form.onSubmit(({ brand, ...values }) =>
    save.mutate(
      { known: product, body: { ...values, brand: Number(brand) } },
      { onSuccess: onClose, onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  const field = form.getInputProps;
  return (
    <Modal opened onClose={onClose} title={product ? t`Edit the product` : t`New product`}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput label={t`Name`} required maxLength={200} data-autofocus {...field("name")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t`Brand`}
              required
              allowDeselect={false}
              data={brands.map(({ id, name }) => ({ value: String(id), label: name }))}
              {...field("brand")}
            />
            <TextInput label={t`SKU`} required maxLength={64} {...field("sku")} />
            <MoneyInput label={t`Public value`} {...field("public_value_amount")} />
            <MoneyInput label={t`Cost`} {...field("cost_amount")} />
            <NumberInput label={t`Warn at`} min={0} allowDecimal={false} {...field("low_stock_at")} />
          </SimpleGrid>
          <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} {...field("notes")} />
          <FormError error={save.error} fields={fieldNames} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {product ? t`Save` : t`Add`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
