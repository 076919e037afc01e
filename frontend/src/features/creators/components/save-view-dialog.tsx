import { useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { type SavedView, useSaveView } from "../api";
import type { ViewColumn } from "../columns";

interface SaveViewDialogProps {
  query: Record<string, string>;
  columns: ViewColumn[];
  onSaved: (view: SavedView) => void;
  onClose: () => void;
}

export default function SaveViewDialog({ query, columns, onSaved, onClose }: SaveViewDialogProps) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { name: "", is_shared: false } });
  const save = useSaveView();
  const submit = form.onSubmit((values) =>
    save.mutate(
      { ...values, screen: "creators", query, columns },
      { onSuccess: onSaved, onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={t`Save this view`}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t`Name`}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Checkbox
            label={t`Share with the team`}
            {...form.getInputProps("is_shared", { type: "checkbox" })}
          />
          <FormError error={save.error} fields={["name"]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t`Save`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
