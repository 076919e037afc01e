import { useLingui } from "@lingui/react/macro";
import { Button, Fieldset, Group, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { type Piece, useForgetNumbers, useNoteNumbers } from "../api";
import { counters, numbersBody, numberValues } from "../model";
import { useCoverageWords } from "./use-coverage-words";

type Noted = Schemas["Metric"];

interface NumbersFormProps {
  piece: Piece;
  /** The day that is corrected; `null` for a new one. */
  noted: Noted | null;
  /** Another day was chosen, which may be noted already. */
  onDay: (day: string | null) => void;
  onClose: () => void;
}

/** The numbers of one day. What is left empty stays unknown. */
export function NumbersForm({ piece, noted, onDay, onClose }: NumbersFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const { numbers: names } = useCoverageWords();
  const form = useForm({
    initialValues: numberValues(noted, format.today()),
    validate: {
      taken_on: (day) => (day ? null : t`Say of which day they are.`),
      views: (_views, values) =>
        counters.every((name) => values[name] === "") ? t`Give at least one number.` : null,
    },
  });
  const note = useNoteNumbers();
  const submit = form.onSubmit((values) =>
    note.mutate(
      { id: piece.id, body: numbersBody(values) },
      { onSuccess: onClose, onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  const day = format.date(noted?.taken_on);
  const forget = useForgetNumbers();
  const failed = (error: unknown) => toasts.failed(t`The numbers were not changed`, error);
  // The form is closed before one undoes: only promises still tell what came of it.
  const drop = async ({ id, taken_on }: Noted) => {
    const body = numbersBody(numberValues(noted, taken_on));
    await forget.mutateAsync({ piece: piece.id, id });
    onClose();
    toasts.undoable(t`The numbers of ${day} are removed.`, () =>
      note.mutateAsync({ id: piece.id, body }).catch(failed),
    );
  };
  return (
    <Fieldset p="sm" legend={noted ? t`Numbers of ${day}` : t`Numbers as they are`}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="xs">
            <DayInput
              label={t`Day`}
              required
              // A day is replaced by noting it again: another day would be another line.
              disabled={noted !== null}
              maxDate={format.today()}
              {...form.getInputProps("taken_on")}
              onChange={(chosen) => {
                form.setFieldValue("taken_on", chosen);
                onDay(chosen);
              }}
            />
            {counters.map((name, index) => (
              <NumberInput
                key={name}
                label={names[name]}
                min={0}
                max={Number.MAX_SAFE_INTEGER}
                allowDecimal={false}
                thousandSeparator={format.locale === "fr" ? "\u202f" : ","}
                hideControls
                autoFocus={index === 0}
                {...form.getInputProps(name)}
              />
            ))}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t`Leave empty what you do not know.`}
          </Text>
          <FormError error={note.error} fields={[...counters, "taken_on"]} />
          <Group justify="flex-end" gap="xs">
            {noted && (
              <Button
                variant="subtle"
                color="red"
                mr="auto"
                loading={forget.isPending}
                onClick={() => drop(noted).catch(failed)}
              >
                {t`Remove`}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={note.isPending}>
              {t`Note the numbers`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Fieldset>
  );
}
