import { useLingui } from "@lingui/react/macro";
import { Button, Drawer, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { creatorQuery } from "@/shared/api/creators";
import { isApiError } from "@/shared/api/errors";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CountrySelect, LanguageSelect } from "@/shared/ui/code-selects";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, type CreatorChange, useChangeCreator } from "../api";
import { type Conflict, changedFields, conflictsOf, valuesOf } from "../model";
import { AddressFields } from "./address-fields";
import { ConflictNotice } from "./conflict-notice";
import { ContactFields } from "./contact-fields";
import { useContactWords } from "./use-contact-words";

const fields = [
  "name",
  "kind",
  "preferred_name",
  "address_form",
  "language",
  "country",
  "city",
  "biography",
  "notes",
];

export function EditCreatorDrawer({ creator: opened, onClose }: { creator: Creator; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const { kinds } = useCreatorWords();
  const { forms } = useContactWords();
  const toasts = useToasts();
  // The version one typed on: a newer one that arrives meanwhile must not be overwritten unseen.
  const [base, setBase] = useState(opened);
  const [conflicts, setConflicts] = useState<Conflict[] | null>(null);
  const form = useForm({ initialValues: valuesOf(opened) });
  const change = useChangeCreator(base);

  const submit = form.onSubmit((values) => {
    const wanted: CreatorChange = changedFields(base, values);
    change.mutate(wanted, {
      onSuccess: () => {
        toasts.done(t`Saved`);
        onClose();
      },
      onError: async (error) => {
        form.setErrors(fieldErrors(error));
        if (!isApiError(error) || error.status !== 412) return;
        const current = await queryClient.fetchQuery({ ...creatorQuery(slug, opened.id), staleTime: 0 });
        setConflicts(conflictsOf(wanted, base, current));
        setBase(current);
      },
    });
  });
  const isStale = isApiError(change.error) && change.error.status === 412;

  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={t`Edit ${opened.name}`}>
      <form onSubmit={submit}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t`Name`}
              required
              maxLength={200}
              data-autofocus
              {...form.getInputProps("name")}
            />
            <Select
              label={t`Kind`}
              data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
              allowDeselect={false}
              {...form.getInputProps("kind")}
            />
            <TextInput label={t`Preferred name`} maxLength={120} {...form.getInputProps("preferred_name")} />
            <Select
              label={t`Form of address`}
              placeholder={t`Not known`}
              clearable
              data={Object.entries(forms).map(([value, label]) => ({ value, label }))}
              value={form.values.address_form || null}
              onChange={(value) =>
                form.setFieldValue("address_form", (value ?? "") as Creator["address_form"])
              }
            />
            <LanguageSelect label={t`Language`} {...form.getInputProps("language")} />
            <CountrySelect label={t`Country`} {...form.getInputProps("country")} />
            <TextInput label={t`City`} maxLength={120} {...form.getInputProps("city")} />
          </SimpleGrid>
          <ContactFields form={form} />
          <AddressFields form={form} />
          <Textarea
            label={t`Biography`}
            autosize
            minRows={2}
            maxRows={6}
            {...form.getInputProps("biography")}
          />
          <Textarea label={t`Notes`} autosize minRows={3} maxRows={10} {...form.getInputProps("notes")} />
          {isStale ? (
            <ConflictNotice conflicts={conflicts} />
          ) : (
            <FormError error={change.error} fields={fields} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {isStale ? t`Save mine` : t`Save`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}
