import { useLingui } from "@lingui/react/macro";
import { Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { isApiError } from "@/shared/api/errors";
import type { Schemas } from "@/shared/api/schemas";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions, useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { DayInput } from "@/shared/ui/day-input";
import { MemberSelect } from "@/shared/ui/member-select";
import { MoneyInput } from "@/shared/ui/money-input";
import { type CardChange, useChangeCard } from "../api";
import { lostKinds } from "../model";

type Card = Schemas["Participation"];
type Field =
  | "owner"
  | "next_action"
  | "next_action_on"
  | "fee_amount"
  | "notes"
  | "lost_reason"
  | "lost_note";
type Draft = Partial<Pick<Card, Field>>;

interface CardFormProps {
  card: Card;
  campaignId: number;
  disabled: boolean;
}

/** Fields of a card. Each saves when one leaves it; what could not be saved stays typed, with the reason. */
export function CardForm({ card, campaignId, disabled }: CardFormProps) {
  const { t } = useLingui();
  const describe = useErrorText();
  const { lostReasons } = useCampaignWords();
  const change = useChangeCard(campaignId);
  // Only what differs from the server: everything else follows what others write.
  const [draft, setDraft] = useState<Draft>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const shown = { ...card, ...draft };

  const type = (values: Draft) => setDraft((old) => ({ ...old, ...values }));
  const save = <Name extends Field>(name: Name, value: Card[Name]) => {
    if (value === card[name]) return;
    type({ [name]: value });
    // A promise, since a later edit would take the callbacks of `mutate` over.
    change
      .mutateAsync({ id: card.id, change: { [name]: value } as CardChange })
      .then(() => {
        setDraft(({ [name]: saved, ...rest }) => (saved === value ? rest : { ...rest, [name]: saved }));
        setErrors(({ [name]: _gone, ...rest }) => rest);
      })
      .catch((error: unknown) => {
        const said = isApiError(error, "stale_version")
          ? t`Somebody changed this card in the meantime. Leave this field once more to save it.`
          : (fieldErrors(error)[name] ?? describe(error));
        setErrors((old) => ({ ...old, [name]: said }));
      });
  };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t`Next action`}
          placeholder={t`Ask for the address`}
          maxLength={300}
          disabled={disabled}
          value={shown.next_action}
          error={errors.next_action}
          onChange={(event) => type({ next_action: event.currentTarget.value })}
          onBlur={() => save("next_action", shown.next_action.trim())}
        />
        <DayInput
          label={t`On`}
          disabled={disabled}
          value={shown.next_action_on}
          error={errors.next_action_on}
          onChange={(day) => save("next_action_on", day)}
        />
        <MemberSelect
          label={t`Owner`}
          disabled={disabled}
          value={shown.owner}
          error={errors.owner}
          onChange={(owner) => save("owner", owner)}
        />
        <MoneyInput
          label={t`Fee`}
          disabled={disabled}
          value={shown.fee_amount}
          error={errors.fee_amount}
          onChange={(fee) => type({ fee_amount: fee })}
          onBlur={() => save("fee_amount", shown.fee_amount)}
        />
      </SimpleGrid>
      {lostKinds.includes(card.stage_kind) && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t`Why it ended`}
            data={asOptions(lostReasons)}
            clearable
            disabled={disabled}
            value={shown.lost_reason || null}
            error={errors.lost_reason}
            onChange={(reason) => save("lost_reason", (reason ?? "") as Card["lost_reason"])}
          />
          <TextInput
            label={t`In their words`}
            maxLength={500}
            disabled={disabled}
            value={shown.lost_note}
            error={errors.lost_note}
            onChange={(event) => type({ lost_note: event.currentTarget.value })}
            onBlur={() => save("lost_note", shown.lost_note)}
          />
        </SimpleGrid>
      )}
      <Textarea
        label={t`Notes`}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={50000}
        disabled={disabled}
        value={shown.notes}
        error={errors.notes}
        onChange={(event) => type({ notes: event.currentTarget.value })}
        onBlur={() => save("notes", shown.notes)}
      />
      <Text size="xs" c="dimmed" role="status" mih={16}>
        {change.isPending ? t`Saving…` : change.isSuccess ? t`Saved` : ""}
      </Text>
    </Stack>
  );
}
