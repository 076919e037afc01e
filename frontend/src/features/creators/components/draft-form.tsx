import { useLingui } from "@lingui/react/macro";
import {
  Alert,
  Button,
  Checkbox,
  Group,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CountrySelect, LanguageSelect } from "@/shared/ui/code-selects";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink } from "@/shared/ui/links";
import { PlatformIcon, platformName } from "@/shared/ui/platform-icon";
import { useToasts } from "@/shared/ui/toasts";
import { type CreatorRow, type Draft, useAddCreator } from "../api";
import classes from "./creators.module.css";
import { Duplicates } from "./draft-duplicates";

const fields = ["name", "kind", "language", "country", "emails", "channels"];

/** @param draft what an address told; `null` to write by hand. */
export function DraftForm({ draft, onClose }: { draft: Draft | null; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { kinds } = useCreatorWords();
  const format = useFormat();
  const navigate = useNavigate();
  const toasts = useToasts();
  const add = useAddCreator();
  const free = draft?.channels.filter((channel) => !channel.taken_by).map(({ url }) => url) ?? [];
  const form = useForm({
    initialValues: {
      name: draft?.name ?? "",
      kind: (draft?.kind ?? "blogger") as CreatorRow["kind"],
      language: draft?.language ?? "",
      country: draft?.country ?? "",
      emails: draft?.emails ?? [],
      channels: free,
    },
  });
  const submit = form.onSubmit((values) =>
    add.mutate(
      {
        ...values,
        url: draft?.url ?? "",
        ...(draft ? { biography: draft.biography, avatar_url: draft.avatar_url } : {}),
      },
      {
        onSuccess: ({ id, name }) => {
          toasts.done(t`${name} added`);
          void navigate({ to: "/w/$slug/creators/$id", params: { slug, id: String(id) } });
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );

  return (
    <form onSubmit={submit}>
      <Stack>
        {draft && <Duplicates duplicates={draft.duplicates} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t`Name`} required maxLength={200} {...form.getInputProps("name")} />
          <Select
            label={t`Kind`}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps("kind")}
          />
          <LanguageSelect label={t`Language`} {...form.getInputProps("language")} />
          <CountrySelect label={t`Country`} {...form.getInputProps("country")} />
        </SimpleGrid>
        <TagsInput
          label={t`E-mail addresses`}
          description={t`Enter after each`}
          maxLength={320}
          acceptValueOnBlur
          {...form.getInputProps("emails")}
        />
        {draft ? (
          <Checkbox.Group label={t`Channels`} {...form.getInputProps("channels")}>
            {draft.channels.map((channel) => (
              <div key={channel.url} className={classes.channel}>
                <Checkbox
                  value={channel.url}
                  disabled={channel.taken_by !== null}
                  aria-label={`${platformName(channel.platform)} ${channel.handle || channel.url}`}
                />
                <PlatformIcon platform={channel.platform} />
                <span title={channel.url}>{channel.title || channel.handle || channel.url}</span>
                <Text size="sm" c="dimmed">
                  {channel.taken_by ? (
                    <AnchorLink
                      size="sm"
                      to="/w/$slug/creators/$id"
                      params={{ slug, id: String(channel.taken_by.id) }}
                    >
                      {t`already with ${channel.taken_by.name}`}
                    </AnchorLink>
                  ) : (
                    channel.followers !== null && format.compact(channel.followers)
                  )}
                </Text>
              </div>
            ))}
          </Checkbox.Group>
        ) : (
          <TagsInput
            label={t`Channels`}
            description={t`Addresses of blogs and profiles; Enter after each`}
            acceptValueOnBlur
            {...form.getInputProps("channels")}
          />
        )}
        {draft && draft.channels.length > 0 && free.length === 0 && (
          <Alert color="yellow">{t`Every channel found belongs to someone already: saving would make a second record.`}</Alert>
        )}
        <FormError error={add.error} fields={fields} />
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
  );
}
