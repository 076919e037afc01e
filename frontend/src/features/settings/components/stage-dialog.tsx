import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { type StageKind, useAddStage } from "../api";

/** Adds a stage: a name in both languages over one of the fixed meanings. */
export function StageDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const kinds: Record<StageKind, string> = {
    prospect: t`Prospect: nobody wrote yet`,
    contacted: t`Contacted: waiting for an answer`,
    in_conversation: t`In conversation: they answered`,
    agreed: t`Agreed: both said yes`,
    sending: t`Sending: a product is on its way`,
    publishing: t`Publishing: the content is awaited`,
    published: t`Published: the content is out`,
    done: t`Done: nothing more to do`,
    declined: t`Declined: they said no`,
    dropped: t`Dropped: we gave up`,
  };
  const form = useForm({
    initialValues: { kind: "in_conversation" as StageKind, label_en: "", label_fr: "" },
  });
  const add = useAddStage();
  return (
    <Modal opened onClose={onClose} title={t`Add a stage`}>
      <form
        onSubmit={form.onSubmit((values) =>
          add.mutate(values, { onSuccess: onClose, onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
      >
        <Stack>
          <TextInput
            label={t`Name in English`}
            required
            maxLength={60}
            data-autofocus
            {...form.getInputProps("label_en")}
          />
          <TextInput label={t`Name in French`} required maxLength={60} {...form.getInputProps("label_fr")} />
          <Select
            label={t`Meaning`}
            description={t`Figures and reminders go by it. It cannot be changed afterwards.`}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            required
            {...form.getInputProps("kind")}
          />
          <FormError error={add.error} fields={["label_en", "label_fr", "kind"]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t`Add`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
