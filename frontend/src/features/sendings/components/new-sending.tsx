import { useLingui } from "@lingui/react/macro";
import {
  Button,
  Group,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CreatorPicker } from "@/shared/ui/creator-picker";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { cardQuery, creatorCardsQuery, useAddSending } from "../api";
import { type SendingValues, sendingBody } from "../model";
import { AddressChoice } from "./address-choice";
import { ItemFields } from "./item-fields";
import { useCarriers } from "./use-carriers";

const nothing: SendingValues = {
  creator: null,
  participation: null,
  kind: "gift",
  items: [{ product: null, quantity: 1 }],
  address_id: null,
  carrier: null,
  tracking_number: "",
  sent_on: null,
  due_back_on: null,
  notes: "",
};
const fieldNames = Object.keys(nothing).filter((name) => name !== "items");

/** @param cardId the card it is for, when one came from the board. */
export function NewSending({ cardId, onClose }: { cardId: number | null; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const { kinds } = useSendingWords();
  const carriers = useCarriers();
  const form = useForm<SendingValues>({
    initialValues: nothing,
    validate: {
      creator: (creator) => (creator ? null : t`Choose the creator.`),
      items: { product: (product) => (product ? null : t`Choose the product.`) },
      due_back_on: (day, { kind }) => (kind === "loan" && !day ? t`Say when the loan is due back.` : null),
    },
  });
  const { creator, kind } = form.values;
  const card = useQuery({ ...cardQuery(slug, cardId ?? 0), enabled: cardId !== null }).data;
  const cards = useQuery({ ...creatorCardsQuery(slug, creator?.id ?? 0), enabled: creator !== null });
  const { setValues } = form;
  useEffect(() => {
    if (!card) return;
    setValues({
      creator: { id: card.creator, name: card.creator_name },
      participation: String(card.id),
    });
  }, [card, setValues]);
  const add = useAddSending();
  const submit = form.onSubmit((values) => {
    const body = sendingBody(values);
    if (!body || !values.creator) return;
    const { name } = values.creator;
    add.mutate(body, {
      onSuccess: () => {
        toasts.done(t`The sending to ${name} is noted.`);
        onClose();
      },
      onError: (error) => form.setErrors(fieldErrors(error)),
    });
  });
  const field = form.getInputProps;
  return (
    <Modal opened onClose={onClose} size="lg" title={t`New sending`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CreatorPicker
              label={t`Creator`}
              required
              {...field("creator")}
              onChange={(picked) =>
                form.setValues({ creator: picked, participation: null, address_id: null })
              }
            />
            <Select
              label={t`Campaign`}
              placeholder={t`None`}
              disabled={!creator}
              clearable
              data={cards.data?.results.map(({ id, campaign_name }) => ({
                value: String(id),
                label: campaign_name,
              }))}
              {...field("participation")}
            />
          </SimpleGrid>
          <SegmentedControl
            aria-label={t`Kind`}
            data={asOptions(kinds)}
            value={kind}
            onChange={(next) => form.setFieldValue("kind", next as SendingValues["kind"])}
          />
          <ItemFields form={form} />
          {creator && <AddressChoice creatorId={creator.id} {...field("address_id")} />}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select label={t`Carrier`} clearable data={asOptions(carriers)} {...field("carrier")} />
            <TextInput label={t`Tracking number`} maxLength={80} {...field("tracking_number")} />
            <DayInput label={t`Sent on`} placeholder={t`Not yet`} {...field("sent_on")} />
            {kind === "loan" && <DayInput label={t`Due back on`} required {...field("due_back_on")} />}
          </SimpleGrid>
          <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} maxLength={10000} {...field("notes")} />
          <FormError error={add.error} fields={fieldNames} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t`Note the sending`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
