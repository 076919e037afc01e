import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { CopyField } from "@/shared/ui/copy-field";
import { FormError } from "@/shared/ui/form-error";
import { useMakeApiKey } from "../api";

/** Makes a key and shows it, once. */
export function ApiKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { name: "", scope: "read" as "read" | "write" } });
  const make = useMakeApiKey();
  const made = make.data?.data;
  return (
    <Modal opened onClose={onClose} title={t`Make a key`} closeOnClickOutside={!made}>
      {made ? (
        <Stack>
          <Text>{t`Copy the key now: it is shown only once.`}</Text>
          <CopyField label={t`Key`} value={made.key} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t`Done`}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={form.onSubmit((values) =>
            make.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
          )}
        >
          <Stack>
            <TextInput
              label={t`Name`}
              description={t`What will use it: “Reporting sheet”, “Shop”.`}
              required
              maxLength={80}
              data-autofocus
              {...form.getInputProps("name")}
            />
            <Radio.Group label={t`It may`} {...form.getInputProps("scope")}>
              <Stack gap="xs" mt="xs">
                <Radio value="read" label={t`Read`} />
                <Radio value="write" label={t`Read and write`} />
              </Stack>
            </Radio.Group>
            <FormError error={make.error} fields={["name", "scope"]} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t`Cancel`}
              </Button>
              <Button type="submit" loading={make.isPending}>
                {t`Make the key`}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
