import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { type Brand, useAddBrand, useEditBrand } from "../api";

/** @param brand `null` to add one. */
export function BrandDialog({ brand, onClose }: { brand: Brand | null; onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { name: brand?.name ?? "", website: brand?.website ?? "" } });
  const add = useAddBrand();
  const edit = useEditBrand();
  const save = brand ? edit : add;
  const submit = form.onSubmit((values) => {
    const options = { onSuccess: onClose, onError: (error: Error) => form.setErrors(fieldErrors(error)) };
    if (brand) edit.mutate({ id: brand.id, ...values }, options);
    else add.mutate(values, options);
  });
  return (
    <Modal opened onClose={onClose} title={brand ? t`Edit the brand` : t`Add a brand`}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t`Name`}
            required
            maxLength={120}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t`Website`}
            type="url"
            placeholder="https://"
            maxLength={500}
            {...form.getInputProps("website")}
          />
          <FormError error={save.error} fields={["name", "website"]} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {brand ? t`Save` : t`Add`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
