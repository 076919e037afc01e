import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { creatorQuery } from "@/shared/api/creators";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CreatorPicker, type PickedCreator } from "@/shared/ui/creator-picker";
import { CreatorRecord } from "@/shared/ui/creator-record";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { cardQuery, creatorCardsQuery, useAddSending } from "../api";
import { formErrors, newItem, newSending, type SendingValues, sendingBody } from "../form";
import { AddressField } from "./address-field";
import { ItemFields } from "./item-fields";
import { KindChoice } from "./kind-choice";
import { useCarriers } from "./use-carriers";
import { useSendingChecks } from "./use-sending-checks";

export interface NewSendingProps {
  /** The card it is for, when one came from the board. */
  cardId?: number;
  /** To whom, when one came from their page. */
  creatorId?: number;
  /** The campaign it is likely for. */
  campaignId?: number;
  onClose: () => void;
}

/** Notes a gift or a loan, once it is known whom one came for. */
export default function NewSending({ onClose, ...from }: NewSendingProps) {
  const start = useStart(from);
  return start && <Loaded start={start} isFor={Boolean(from.cardId || from.creatorId)} onClose={onClose} />;
}

interface Start {
  creator: PickedCreator | null;
  participation: string | null;
  campaign: number | undefined;
}

/** What is filled in already; `null` while it is looked up. */
function useStart({ cardId = 0, creatorId = 0, campaignId }: Omit<NewSendingProps, "onClose">): Start | null {
  const { slug } = useWorkspace();
  const card = useQuery({ ...cardQuery(slug, cardId), enabled: cardId > 0 });
  const creator = useQuery({ ...creatorQuery(slug, creatorId), enabled: creatorId > 0 });
  const cards = useQuery({ ...creatorCardsQuery(slug, creatorId), enabled: creatorId > 0 });
  if (card.isLoading || creator.isLoading || cards.isLoading) return null;
  if (card.data) {
    const { id, creator: theirs, creator_name: name, campaign } = card.data;
    return { creator: { id: theirs, name }, participation: String(id), campaign };
  }
  if (!creator.data) return { creator: null, participation: null, campaign: campaignId };
  const { id, name } = creator.data;
  return { creator: { id, name }, participation: likelyCard(cards.data, campaignId), campaign: campaignId };
}

/** Their card in the campaign it is likely for, or the only one they have. */
function likelyCard(cards: Schemas["PaginatedParticipationList"] | undefined, campaign: number | undefined) {
  const all = cards?.results ?? [];
  const card = all.find((one) => one.campaign === campaign) ?? (all.length === 1 ? all[0] : undefined);
  return card ? String(card.id) : null;
}

interface LoadedProps {
  start: Start;
  /** Whether it is for one person, after whom nobody follows. */
  isFor: boolean;
  onClose: () => void;
}

function Loaded({ start, isFor, onClose }: LoadedProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const carriers = useCarriers();
  const { creator: first, participation } = start;
  const form = useForm<SendingValues>({
    initialValues: { ...newSending(), creator: first, participation },
    validate: useSendingChecks(),
  });
  const { creator, kind } = form.values;
  const [campaign, setCampaign] = useState(start.campaign);
  const cards = useQuery({ ...creatorCardsQuery(slug, creator?.id ?? 0), enabled: creator !== null });

  const pick = async (picked: PickedCreator | null) => {
    form.setValues({ creator: picked, participation: null, address_choice: "usual" });
    if (!picked) return;
    const theirs = await queryClient.ensureQueryData(creatorCardsQuery(slug, picked.id));
    // Somebody else may have been chosen meanwhile.
    if (form.getValues().creator?.id === picked.id)
      form.setFieldValue("participation", likelyCard(theirs, campaign));
  };
  const add = useAddSending();
  const creatorInput = useRef<HTMLInputElement>(null);
  const save = (andNext: boolean) =>
    form.onSubmit((values) => {
      const body = sendingBody(values);
      if (!body || !values.creator) return;
      const { name } = values.creator;
      add.mutate(body, {
        onSuccess: () => {
          toasts.done(t`The sending to ${name} is noted.`);
          if (!andNext) return onClose();
          setCampaign(cards.data?.results.find(({ id }) => String(id) === values.participation)?.campaign);
          const { carrier, due_back_on, sent_on, notes } = values;
          const items = values.items.map((item) => ({ ...item, key: newItem().key }));
          form.setValues({ ...newSending(), kind, items, carrier, due_back_on, sent_on, notes });
          creatorInput.current?.focus();
        },
        onError: (error) => form.setErrors(formErrors(fieldErrors(error))),
      });
    });
  const field = form.getInputProps;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t`New sending`}
      closeOnClickOutside={!form.isDirty()}
      closeOnEscape={!form.isDirty()}
    >
      <form onSubmit={save(false)} noValidate>
        <Stack>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <CreatorPicker
              ref={creatorInput}
              label={t`Creator`}
              required
              data-autofocus={!isFor || undefined}
              {...field("creator")}
              onChange={(picked) => void pick(picked)}
            />
            <Select
              label={t`Campaign`}
              placeholder={t({ message: "None", context: "campaign" })}
              disabled={!creator}
              clearable
              data={cards.data?.results.map(({ id, campaign_name }) => ({
                value: String(id),
                label: campaign_name,
              }))}
              {...field("participation")}
            />
          </SimpleGrid>
          {creator && <CreatorRecord creator={creator.id} />}
          <KindChoice {...field("kind")} />
          <ItemFields form={form} />
          {creator && (
            <AddressField
              creatorId={creator.id}
              kept={null}
              choice={form.values.address_choice}
              address={form.values.address}
              onChange={(change) => form.setValues(change)}
              input={(line) => field(`address.${line}`)}
              error={form.errors.address_choice}
            />
          )}
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
            <DayInput
              label={t`Sent on`}
              placeholder={t`Not yet`}
              maxDate={format.today()}
              {...field("sent_on")}
            />
            {kind === "loan" && <DayInput label={t`Due back on`} required {...field("due_back_on")} />}
          </SimpleGrid>
          <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} maxLength={10000} {...field("notes")} />
          <FormError error={add.error} fields={Object.keys(form.values)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            {!isFor && (
              <Button variant="default" disabled={add.isPending} onClick={() => save(true)()}>
                {t`Note it, then another`}
              </Button>
            )}
            <Button type="submit" loading={add.isPending}>
              {t`Note the sending`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
