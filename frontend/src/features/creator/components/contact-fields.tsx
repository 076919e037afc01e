import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { CreatorForm } from "../model";
import { useContactWords } from "./use-contact-words";

/** E-mail addresses, telephones, agents: one line each. */
export function ContactFields({ form }: { form: CreatorForm }) {
  const { t } = useLingui();
  const { kinds } = useContactWords();
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">{t`Contact details`}</Text>
      {form.values.contact_points.map((point, index) => (
        <Group key={point.key} gap="xs" wrap="nowrap" align="flex-start">
          <Select
            w={150}
            aria-label={t`Kind of contact`}
            allowDeselect={false}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps(`contact_points.${index}.kind`)}
          />
          <TextInput
            flex={1}
            aria-label={t`Value`}
            maxLength={320}
            {...form.getInputProps(`contact_points.${index}.value`)}
          />
          <ActionIcon
            size="lg"
            aria-label={t`Remove this contact`}
            onClick={() => form.removeListItem("contact_points", index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          form.insertListItem("contact_points", {
            key: crypto.randomUUID(),
            kind: "email",
            value: "",
            label: "",
            source_url: "",
            is_primary: false,
          })
        }
      >
        {t`Add a contact`}
      </Button>
    </Stack>
  );
}
