import { useLingui } from "@lingui/react/macro";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { type SyntheticEvent, useState } from "react";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import type { Card } from "../model";

export type NextAction = Pick<Card, "next_action" | "next_action_on">;

interface NextActionFormProps {
  card: Card;
  /** Fails when it was refused: what was typed stays. */
  onSave: (next: NextAction) => Promise<unknown>;
  onClose: () => void;
}

/** What is to be done next, and on which day; Enter saves. */
export default function NextActionForm({ card, onSave, onClose }: NextActionFormProps) {
  const { t } = useLingui();
  const [action, setAction] = useState(card.next_action);
  const [day, setDay] = useState(card.next_action_on);
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setSaving(true);
    try {
      await onSave({ next_action: action.trim(), next_action_on: day });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSaving(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="xs">
        <TextInput
          label={t`Next action`}
          placeholder={t`Ask for the address`}
          maxLength={300}
          data-autofocus
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
        />
        <DayInput label={t`On`} value={day} onChange={setDay} popoverProps={{ withinPortal: false }} />
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button type="submit" size="compact-md" loading={isSaving}>
            {t`Save`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
