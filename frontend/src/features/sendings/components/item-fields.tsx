import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";
import { catalogueQuery } from "../api";
import type { SendingValues } from "../model";
import classes from "./sendings.module.css";

/** What is in the parcel, with what is left in stock. */
export function ItemFields({ form }: { form: UseFormReturnType<SendingValues> }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { data } = useQuery(catalogueQuery(slug));
  const options = data?.results.map(({ id, name, sku, stock }) => {
    const left = format.number(stock);
    return { value: String(id), label: t`${name} · ${sku} · ${left} in stock` };
  });
  if (options?.length === 0)
    return (
      <Text c="dimmed">
        {`${t`The catalogue is empty: add the product first.`} `}
        <AnchorLink to="/w/$slug/sendings/products" params={{ slug }} underline="always">
          {t`Open the catalogue`}
        </AnchorLink>
      </Text>
    );
  return (
    <Stack gap="xs">
      {form.values.items.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form knows its lines by their place.
        <div key={index} className={classes.item}>
          <Select
            flex={1}
            label={index === 0 ? t`Products` : undefined}
            aria-label={t`Product`}
            placeholder={t`Search the catalogue`}
            searchable
            required
            nothingFoundMessage={t`No product of this name`}
            data={options ?? []}
            {...form.getInputProps(`items.${index}.product`)}
          />
          <NumberInput
            w={80}
            aria-label={t`Quantity`}
            min={1}
            allowDecimal={false}
            {...form.getInputProps(`items.${index}.quantity`)}
          />
          {form.values.items.length > 1 && (
            <ActionIcon
              size="input-sm"
              aria-label={t`Remove`}
              onClick={() => form.removeListItem("items", index)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      <Group>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => form.insertListItem("items", { product: null, quantity: 1 })}
        >
          {t`Another product`}
        </Button>
      </Group>
    </Stack>
  );
}
