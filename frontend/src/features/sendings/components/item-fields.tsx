import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { type ItemValues, newItem, type SendingForm } from "../form";
import { ProductPicker } from "./product-picker";
import classes from "./sendings.module.css";

const ProductDialog = lazy(() => import("./product-dialog"));

/** What is in the parcel, with what is left in stock; of a loan, also what it looks like when it leaves. */
export function ItemFields({ form }: { form: SendingForm }) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  const { items, kind } = form.values;
  const input = (index: number, name: keyof ItemValues) => form.getInputProps(`items.${index}.${name}`);
  return (
    <Stack gap="xs">
      {items.map((item, index) => (
        <div key={item.key}>
          <div className={classes.item}>
            <ProductPicker
              flex={1}
              miw={0}
              label={index === 0 ? t`Products` : undefined}
              aria-label={t`Product`}
              withAsterisk
              {...input(index, "product")}
            />
            <NumberInput
              w={76}
              label={index === 0 ? t({ message: "Pieces", context: "stock" }) : undefined}
              aria-label={t`Quantity`}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              {...input(index, "quantity")}
            />
            {items.length > 1 && (
              <ActionIcon
                size="input-sm"
                mt={index === 0 ? 22 : 0}
                aria-label={item.product ? t`Remove ${item.product.name}` : t`Remove this line`}
                onClick={() => form.removeListItem("items", index)}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </div>
          <Shortage item={item} />
          {kind === "loan" && (
            <TextInput
              mt={6}
              size="xs"
              maxLength={300}
              aria-label={t`Condition when it leaves`}
              placeholder={t`Condition when it leaves: new, box opened…`}
              {...input(index, "condition_out")}
            />
          )}
        </div>
      ))}
      {form.errors.items && (
        <Text size="sm" c="red" role="alert">
          {form.errors.items}
        </Text>
      )}
      <Group gap={4}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem("items", newItem())}
        >
          {t`Another product`}
        </Button>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAdding(true)}>
          {t`New product in the catalogue…`}
        </Button>
      </Group>
      {isAdding && (
        <Suspense fallback={null}>
          <ProductDialog
            product={null}
            onClose={() => setAdding(false)}
            onSaved={({ id, name, sku, stock }) => {
              const product = { id, name, sku, stock };
              const free = items.findIndex((item) => item.product === null);
              if (free >= 0) form.setFieldValue(`items.${free}.product`, product);
              else form.insertListItem("items", { ...newItem(), product });
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}

/** Says at once what would be refused when the parcel leaves. */
function Shortage({ item: { product, quantity } }: { item: ItemValues }) {
  const { t } = useLingui();
  const format = useFormat();
  if (product?.stock == null || quantity === "" || quantity <= product.stock) return null;
  const left = format.number(product.stock);
  return (
    <Text size="sm" c="var(--relais-warn)" mt={4} role="status">
      {t`Only ${left} in stock: receive more before the parcel leaves.`}
    </Text>
  );
}
