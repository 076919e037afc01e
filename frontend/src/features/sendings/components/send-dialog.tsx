import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { MoneyInput } from "@/shared/ui/money-input";
import type { Sending } from "../api";
import { addressBody, formErrors, noAddress } from "../form";
import { AddressField } from "./address-field";
import { useCarriers } from "./use-carriers";
import { useSteps } from "./use-steps";

/** A parcel leaves: asks for what is known only now, the tracking number first. */
export default function SendDialog({ sending, onClose }: { sending: Sending; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const carriers = useCarriers();
  const { take } = useSteps();
  const { name } = sending.creator;
  const isLoan = sending.kind === "loan";
  const form = useForm({
    initialValues: {
      on: format.today() as string | null,
      carrier: sending.carrier || null,
      tracking_number: sending.tracking_number,
      carriage_amount: sending.carriage_amount,
      due_back_on: sending.due_back_on,
      address_choice: sending.address ? "kept" : "usual",
      address: { ...noAddress, ...sending.address },
    },
    validate: {
      on: (day) => (day ? null : t`Say when it left.`),
      due_back_on: (day) => (isLoan && !day ? t`Say when the loan is due back.` : null),
    },
  });
  const send = useMutation({ mutationFn: (body: Parameters<typeof take>[1]) => take(sending, body) });
  const submit = form.onSubmit(({ on, carrier, address_choice, address, due_back_on, ...rest }) =>
    send.mutate(
      {
        step: "send",
        body: {
          ...rest,
          ...(on && { on }),
          carrier: carrier ?? "",
          ...(isLoan && due_back_on ? { due_back_on } : {}),
          ...addressBody(address_choice, address),
        },
      },
      {
        onSuccess: onClose,
        onError: (error) => {
          const { sent_on, ...errors } = formErrors(fieldErrors(error));
          form.setErrors(sent_on ? { ...errors, on: sent_on } : errors);
        },
      },
    ),
  );
  const field = form.getInputProps;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`The parcel for ${name} leaves`}
      closeOnClickOutside={!form.isDirty()}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t`Tracking number`}
            maxLength={80}
            data-autofocus
            autoComplete="off"
            {...field("tracking_number")}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t`Carrier`}
              placeholder={t`Found by the number`}
              clearable
              data={asOptions(carriers)}
              {...field("carrier")}
            />
            <DayInput label={t`Sent on`} required maxDate={format.today()} {...field("on")} />
            <MoneyInput label={t`Carriage`} {...field("carriage_amount")} />
            {isLoan && <DayInput label={t`Due back on`} required {...field("due_back_on")} />}
          </SimpleGrid>
          <AddressField
            creatorId={sending.creator.id}
            kept={sending.address}
            choice={form.values.address_choice}
            address={form.values.address}
            onChange={(change) => form.setValues(change)}
            input={(line) => field(`address.${line}`)}
            error={form.errors.address_choice}
          />
          <FormError
            error={send.error}
            fields={[
              "sent_on",
              "carrier",
              "tracking_number",
              "carriage_amount",
              "due_back_on",
              "address",
              "address_id",
            ]}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {t`Mark sent`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
