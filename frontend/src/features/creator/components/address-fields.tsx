import { useLingui } from "@lingui/react/macro";
import { Button, Fieldset, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { CountrySelect } from "@/shared/ui/code-selects";
import type { CreatorForm } from "../model";

/** Where parcels go; the first one serves unless another is chosen at sending. */
export function AddressFields({ form }: { form: CreatorForm }) {
  const { t } = useLingui();
  const { addresses } = form.values;
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">{t`Postal addresses`}</Text>
      {addresses.map((address, index) => {
        const input = (name: string) => form.getInputProps(`addresses.${index}.${name}`);
        return (
          <Fieldset key={address.key} p="sm">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
              <TextInput label={t`Recipient`} required maxLength={200} {...input("recipient")} />
              <TextInput label={t`Address`} required maxLength={200} {...input("line1")} />
              <TextInput label={t`Complement`} maxLength={200} {...input("line2")} />
              <TextInput label={t`Postcode`} required maxLength={20} {...input("postcode")} />
              <TextInput label={t`City`} required maxLength={120} {...input("city")} />
              <CountrySelect label={t`Country`} required {...input("country")} />
              <TextInput label={t`Telephone`} maxLength={40} {...input("phone")} />
            </SimpleGrid>
            <Group justify="flex-end" mt="xs">
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconX size={14} aria-hidden />}
                onClick={() => form.removeListItem("addresses", index)}
              >
                {t`Remove this address`}
              </Button>
            </Group>
          </Fieldset>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          form.insertListItem("addresses", {
            key: crypto.randomUUID(),
            recipient: form.values.name,
            line1: "",
            line2: "",
            postcode: "",
            city: "",
            region: "",
            country: form.values.country || "",
            phone: "",
            is_default: addresses.length === 0,
          })
        }
      >
        {t`Add an address`}
      </Button>
    </Stack>
  );
}
