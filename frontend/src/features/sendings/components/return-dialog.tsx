import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import type { Sending } from "../api";
import { piecesOut } from "../model";
import classes from "./sendings.module.css";
import { useSteps } from "./use-steps";

interface Piece {
  key: string;
  product: { id: number; name: string };
  out: number;
  quantity: number | "";
  condition_in: string;
}

/** What came back of a loan: all that is out unless told, and in what condition. */
export default function ReturnDialog({ sending, onClose }: { sending: Sending; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { take } = useSteps();
  const { name } = sending.creator;
  const form = useForm({
    initialValues: {
      on: format.today() as string | null,
      items: sending.items
        .filter((item) => piecesOut(item) > 0)
        .map<Piece>((item) => ({
          key: String(item.id),
          product: item.product,
          out: piecesOut(item),
          quantity: piecesOut(item),
          condition_in: item.condition_in ?? "",
        })),
    },
    validate: { on: (day) => (day ? null : t`Say when it came back.`) },
  });
  const { items } = form.values;
  const giveBack = useMutation({ mutationFn: (body: Parameters<typeof take>[1]) => take(sending, body) });
  const back = items.filter(({ quantity }) => quantity !== "" && quantity > 0);
  const submit = form.onSubmit(({ on }) =>
    giveBack.mutate(
      {
        step: "return",
        body: {
          ...(on && { on }),
          items: back.map(({ product, quantity, condition_in }) => ({
            product: product.id,
            quantity: Number(quantity),
            condition_in,
          })),
        },
      },
      {
        onSuccess: onClose,
        onError: (error) => {
          const { returned_on, ...errors } = fieldErrors(error);
          // The server counts the lines it was given; those where nothing came back were not among them.
          const named = Object.entries(errors).map(([path, message]) => {
            const [, place, field] = /^items\.(\d+)\.(.+)$/.exec(path) ?? [];
            const line = back[Number(place)];
            return [line ? `items.${items.indexOf(line)}.${field}` : path, message];
          });
          form.setErrors({ ...Object.fromEntries(named), ...(returned_on && { on: returned_on }) });
        },
      },
    ),
  );
  const stays = items.reduce((sum, { out, quantity }) => sum + out - Number(quantity), 0);
  const staying = format.number(stays);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`What came back from ${name}`}
      closeOnClickOutside={!form.isDirty()}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          {items.map(({ key, product, out }, index) => {
            const pieces = format.number(out);
            return (
              <div key={key}>
                <Text fw={500}>{product.name}</Text>
                <div className={classes.returned}>
                  <NumberInput
                    label={t`Came back`}
                    aria-label={t`Came back: ${product.name}`}
                    description={t`of ${pieces} still there`}
                    min={0}
                    max={out}
                    clampBehavior="strict"
                    allowDecimal={false}
                    data-autofocus={index === 0 || undefined}
                    {...form.getInputProps(`items.${index}.quantity`)}
                  />
                  <TextInput
                    label={t`Condition`}
                    aria-label={t`Condition of ${product.name}`}
                    description={t`What it looks like now`}
                    placeholder={t`Intact, scratched, box missing…`}
                    maxLength={300}
                    {...form.getInputProps(`items.${index}.condition_in`)}
                  />
                </div>
              </div>
            );
          })}
          <DayInput label={t`Came back on`} required maxDate={format.today()} {...form.getInputProps("on")} />
          <Text size="sm" c="dimmed" role="status">
            {stays > 0
              ? t`Pieces that stay with ${name}: ${staying}. The loan stays open.`
              : t`Everything is back: the loan is closed, and stock follows.`}
          </Text>
          <FormError error={giveBack.error} fields={["returned_on", "items"]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={giveBack.isPending} disabled={back.length === 0}>
              {t`Note the return`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
