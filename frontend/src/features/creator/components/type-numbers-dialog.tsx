import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { type Channel, useTypeNumbers } from "../api";
import { typedNumbers } from "../model";

/** Numbers of one day that no page tells; what is left empty stays as it is. */
export default function TypeNumbersDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const type = useTypeNumbers(channel.id);
  const counters = { followers: t`Followers`, posts_count: t`Posts in all`, views_total: t`Views in all` };
  const form = useForm({
    initialValues: {
      taken_on: format.today() as string | null,
      followers: "" as number | "",
      posts_count: "" as number | "",
      views_total: "" as number | "",
    },
    validate: { taken_on: (day) => (day ? null : t`Say which day these numbers are of.`) },
  });
  const submit = form.onSubmit(({ taken_on, ...counts }) => {
    if (!taken_on) return;
    type.mutate(
      { taken_on, ...typedNumbers(counts) },
      {
        onSuccess: () => {
          toasts.done(t`Numbers noted`);
          onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    );
  });
  const name = channel.title || channel.handle || channel.url;
  const isEmpty = Object.keys(typedNumbers(form.values)).length === 0;
  return (
    <Modal opened onClose={onClose} title={t`Numbers of ${name}`}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm" c="dimmed">
            {t`What you read there, or what the creator told you. Leave empty what you do not know.`}
          </Text>
          <SimpleGrid cols={2}>
            <DayInput label={t`Day`} required maxDate={format.today()} {...form.getInputProps("taken_on")} />
            {Object.entries(counters).map(([counter, label], index) => (
              <NumberInput
                key={counter}
                label={label}
                min={0}
                allowDecimal={false}
                thousandSeparator={i18n.locale === "fr" ? "\u202f" : ","}
                hideControls
                data-autofocus={index === 0 || undefined}
                {...form.getInputProps(counter)}
              />
            ))}
          </SimpleGrid>
          <FormError error={type.error} fields={["taken_on", ...Object.keys(counters)]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={type.isPending} disabled={isEmpty}>
              {t`Note the numbers`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
