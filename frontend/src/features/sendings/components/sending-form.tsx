import { useLingui } from "@lingui/react/macro";
import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useRebase } from "@/shared/hooks/use-rebase";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ConflictNotice } from "@/shared/ui/conflict-notice";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { MoneyInput } from "@/shared/ui/money-input";
import { creatorCardsQuery, type Sending, sendingQuery, useChangeSending } from "../api";
import { formErrors, type SendingValues, sendingChange, valuesOfSending } from "../form";
import { AddressField } from "./address-field";
import { ItemFields } from "./item-fields";
import { KindChoice } from "./kind-choice";
import { useCarriers } from "./use-carriers";
import { useFieldTexts } from "./use-field-texts";
import { useSendingChecks } from "./use-sending-checks";

interface SendingFormProps {
  sending: Sending;
  onCancel: () => void;
  onSaved: () => void;
}

/** Corrects a sending: contents, address, days, costs. Stock follows. */
export function SendingForm({ sending: opened, onCancel, onSaved }: SendingFormProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const carriers = useCarriers();
  const queryClient = useQueryClient();
  const { names, textOf } = useFieldTexts();
  const form = useForm<SendingValues>({
    initialValues: valuesOfSending(opened),
    validate: useSendingChecks(),
  });
  const { base, conflicts, isStale, refused } = useRebase({
    form,
    opened,
    valuesOf: valuesOfSending,
    fieldNames: formErrors,
    reload: () => queryClient.fetchQuery({ ...sendingQuery(slug, opened.id), staleTime: 0 }),
  });
  const change = useChangeSending();
  const cards = useQuery(creatorCardsQuery(slug, opened.creator.id)).data?.results ?? [];
  const submit = form.onSubmit((values) =>
    change.mutate(
      { known: base, body: sendingChange(base, values) },
      { onSuccess: onSaved, onError: refused },
    ),
  );
  const { kind } = form.values;
  const field = form.getInputProps;
  const pastDay = (name: "prepared_on" | "sent_on" | "delivered_on" | "returned_on", label: string) => (
    <DayInput label={label} placeholder={t`Not yet`} maxDate={format.today()} {...field(name)} />
  );
  const campaigns = cards.map(({ id, campaign_name }) => ({ value: String(id), label: campaign_name }));
  // A card that left the board is no choice any more, but the sending keeps it.
  const { participation, campaign } = opened;
  const isListed = participation === null || cards.some(({ id }) => id === participation);
  if (!isListed && campaign) campaigns.push({ value: String(participation), label: campaign.name });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t`Campaign`}
            placeholder={
              participation === null && campaign ? campaign.name : t({ message: "None", context: "campaign" })
            }
            clearable
            data={campaigns}
            {...field("participation")}
          />
          <KindChoice {...field("kind")} label={t`Kind`} />
        </SimpleGrid>
        <ItemFields form={form} />
        <AddressField
          creatorId={opened.creator.id}
          kept={base.address}
          choice={form.values.address_choice}
          address={form.values.address}
          onChange={(chosen) => form.setValues(chosen)}
          input={(line) => field(`address.${line}`)}
          error={form.errors.address_choice}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t`Carrier`}
            placeholder={t`Found by the number`}
            clearable
            data={asOptions(carriers)}
            {...field("carrier")}
          />
          <TextInput
            label={t`Tracking number`}
            maxLength={80}
            autoComplete="off"
            {...field("tracking_number")}
          />
          {pastDay("prepared_on", t`Prepared on`)}
          {pastDay("sent_on", t`Sent on`)}
          {pastDay("delivered_on", t`Delivered on`)}
          {kind === "loan" && <DayInput label={t`Due back on`} required {...field("due_back_on")} />}
          {opened.returned_on && pastDay("returned_on", t`Returned on`)}
          <MoneyInput label={t`Packing`} {...field("packing_amount")} />
          <MoneyInput label={t`Carriage`} {...field("carriage_amount")} />
          {kind === "loan" && <MoneyInput label={t`Return carriage`} {...field("return_carriage_amount")} />}
        </SimpleGrid>
        <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} maxLength={10000} {...field("notes")} />
        {conflicts ? (
          <ConflictNotice
            title={t`Somebody changed this sending while you were typing`}
            conflicts={conflicts}
            names={names}
            textOf={(name, value) =>
              name === "participation"
                ? campaigns.find((option) => option.value === value)?.label
                : textOf(name, value)
            }
          />
        ) : (
          <FormError error={change.error} fields={[...Object.keys(form.values), "address_id"]} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t`Cancel`}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {isStale ? t`Save mine` : t`Save`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
