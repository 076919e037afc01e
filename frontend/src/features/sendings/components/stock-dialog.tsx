import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { Timeline } from "@/shared/ui/timeline";
import { type Product, stockMovesQuery, useMoveStock } from "../api";

type HandReason = Schemas["StockMoveWriteRequest"]["reason"];

interface StockDialogProps {
  product: Product;
  mayEdit: boolean;
  onClose: () => void;
}

/** Stock of one product: what came and went, and a move by hand. */
export default function StockDialog({ product, mayEdit, onClose }: StockDialogProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { data } = useQuery(stockMovesQuery(slug, product.id));
  const reasons: Record<HandReason, string> = {
    received: t`Received`,
    written_off: t`Written off`,
    corrected: t`Corrected`,
  };
  const all: Record<Schemas["StockReason"], string> = { ...reasons, sent: t`Sent`, returned: t`Came back` };
  const form = useForm({ initialValues: { quantity: 1, reason: "received" as HandReason, why: "" } });
  const move = useMoveStock();
  const submit = form.onSubmit((body) =>
    move.mutate(
      { product: product.id, body },
      { onSuccess: () => form.reset(), onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  const { name } = product;
  return (
    <Modal opened onClose={onClose} title={t`Stock of ${name}`}>
      <Stack>
        {mayEdit && (
          <form onSubmit={submit}>
            <Stack gap="sm">
              <SimpleGrid cols={2}>
                <Select
                  label={t`Reason`}
                  allowDeselect={false}
                  data={asOptions(reasons)}
                  {...form.getInputProps("reason")}
                />
                <NumberInput
                  label={t({ message: "Pieces", context: "stock" })}
                  allowDecimal={false}
                  {...form.getInputProps("quantity")}
                />
              </SimpleGrid>
              <TextInput label={t`Why`} maxLength={300} {...form.getInputProps("why")} />
              <FormError error={move.error} fields={["quantity", "reason", "why"]} />
              <Group justify="flex-end">
                <Button type="submit" loading={move.isPending}>
                  {t`Note the move`}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
        <Timeline
          label={t`Stock moves`}
          entries={(data?.results ?? []).map((line) => ({
            id: line.id,
            at: line.at,
            title: `${line.quantity > 0 ? "+" : "−"}${format.number(Math.abs(line.quantity))} · ${all[line.reason]}`,
            body: line.why || undefined,
            by: line.made_by,
          }))}
        />
      </Stack>
    </Modal>
  );
}
