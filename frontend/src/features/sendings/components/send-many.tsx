import { Plural, useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type KeyboardEvent, useState } from "react";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { DayInput } from "@/shared/ui/day-input";
import type { Sending } from "../api";
import { contentsText } from "../model";
import classes from "./sendings.module.css";
import { useCarriers } from "./use-carriers";
import { useTakeMany } from "./use-take-many";

interface SendManyProps {
  sendings: Sending[];
  onClose: () => void;
  /** All of them left. */
  onSent: () => void;
}

interface Values {
  on: string | null;
  carrier: Schemas["Carrier"] | null;
  due_back_on: string | null;
  numbers: Record<string, string>;
}

/**
 * Parcels that leave together: one day, one carrier, one number each. A scanner types a number and Enter, which leads
 * to the next one. Parcels that are refused stay here, with the reason.
 */
export default function SendMany({ sendings, onClose, onSent }: SendManyProps) {
  const { t } = useLingui();
  const format = useFormat();
  const describe = useErrorText();
  const carriers = useCarriers();
  const { takeMany, isPending } = useTakeMany();
  const [refused, setRefused] = useState<ReadonlyMap<number, unknown>>(new Map());
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const waiting = sendings.filter(({ id }) => !left.has(id));
  const needsDay = waiting.some(({ kind, due_back_on }) => kind === "loan" && !due_back_on);
  const form = useForm<Values>({
    initialValues: {
      on: format.today(),
      carrier: null,
      due_back_on: null,
      numbers: Object.fromEntries(sendings.map(({ id, tracking_number }) => [id, tracking_number])),
    },
    validate: {
      on: (day) => (day ? null : t`Say when they left.`),
      due_back_on: (day) => (needsDay && !day ? t`Say when the loans are due back.` : null),
    },
  });
  const submit = form.onSubmit(async ({ on, carrier, due_back_on, numbers }) => {
    const outcome = await takeMany(waiting, (sending) => ({
      step: "send",
      body: {
        ...(on && { on }),
        carrier: carrier ?? sending.carrier,
        tracking_number: numbers[sending.id]?.trim() ?? "",
        ...(sending.kind === "loan" && !sending.due_back_on && due_back_on ? { due_back_on } : {}),
      },
    }));
    setRefused(outcome.refused);
    setLeft(new Set([...left, ...outcome.done.map(({ input }) => input.id)]));
    if (outcome.refused.size > 0) return;
    onSent();
    onClose();
  });
  const toNext = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const inputs = [
      ...(event.currentTarget.form?.querySelectorAll<HTMLElement>("[data-number], [type=submit]") ?? []),
    ];
    inputs[inputs.indexOf(event.currentTarget) + 1]?.focus();
  };
  const field = form.getInputProps;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Plural value={waiting.length} one="# parcel leaves" other="# parcels leave" />}
      closeOnClickOutside={!form.isDirty()}
      closeOnEscape={!form.isDirty()}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: needsDay ? 3 : 2 }}>
            <DayInput label={t`Sent on`} required maxDate={format.today()} {...field("on")} />
            <Select
              label={t`Carrier`}
              placeholder={t`Found by the number`}
              clearable
              data={asOptions(carriers)}
              {...field("carrier")}
            />
            {needsDay && <DayInput label={t`Loans due back on`} required {...field("due_back_on")} />}
          </SimpleGrid>
          <ul className={classes.many}>
            {waiting.map((sending, index) => {
              const { id, creator, items, ship_to } = sending;
              const error = refused.get(id);
              return (
                <li key={id} className={classes.parcel}>
                  <div className={classes.parcelName}>
                    <Text fw={550} truncate>
                      {creator.name}
                    </Text>
                    <Text size="sm" c="dimmed" truncate>
                      {contentsText(items, format.number)}
                    </Text>
                    {!ship_to && (
                      <Text size="sm" className={classes.warn}>
                        {t`No address`}
                      </Text>
                    )}
                  </div>
                  <TextInput
                    aria-label={t`Tracking number for ${creator.name}`}
                    placeholder={t`Tracking number`}
                    maxLength={80}
                    autoComplete="off"
                    data-number
                    data-autofocus={index === 0 || undefined}
                    onKeyDown={toNext}
                    {...field(`numbers.${id}`)}
                    error={error === undefined ? undefined : describe(error)}
                  />
                </li>
              );
            })}
          </ul>
          {refused.size > 0 && (
            <Text size="sm" c="red" role="alert">
              {t`These parcels were not sent. The others were.`}
            </Text>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={isPending}>
              {t`Mark sent`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
