import { useLingui } from "@lingui/react/macro";
import { Button, Drawer, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { creatorQuery } from "@/shared/api/creators";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useRebase } from "@/shared/hooks/use-rebase";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CountrySelect, LanguageSelect } from "@/shared/ui/code-selects";
import { ConflictNotice } from "@/shared/ui/conflict-notice";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, useChangeCreator } from "../api";
import { changedFields, valuesOf } from "../model";
import { AddressFields } from "./address-fields";
import { ContactFields } from "./contact-fields";
import { useContactWords } from "./use-contact-words";
import { useFieldNames } from "./use-field-names";

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
  const names = useFieldNames();
  const form = useForm({ initialValues: valuesOf(opened) });
  const { base, conflicts, isStale, refused } = useRebase({
    form,
    opened,
    valuesOf,
    reload: () => queryClient.fetchQuery({ ...creatorQuery(slug, opened.id), staleTime: 0 }),
  });
  const change = useChangeCreator(base);

  const submit = form.onSubmit((values) =>
    change.mutate(changedFields(base, values), {
      onSuccess: () => {
        toasts.done(t`Saved`);
        onClose();
      },
      onError: refused,
    }),
  );

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
          {conflicts ? (
            <ConflictNotice
              title={t`Somebody changed this creator while you were typing`}
              conflicts={conflicts}
              names={names}
            />
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
