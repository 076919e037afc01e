import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { brandsQuery } from "@/shared/api/lists";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { type Campaign, useSaveCampaign } from "../api";
import { campaignValues } from "../model";
import { CampaignFields, campaignFieldNames } from "./campaign-fields";

interface CampaignDialogProps {
  /** `null` to start one. */
  campaign: Campaign | null;
  onClose: () => void;
  onSaved?: (campaign: Campaign) => void;
}

export function CampaignDialog({ campaign, onClose, onSaved }: CampaignDialogProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const brands = useQuery(brandsQuery(slug)).data?.results.filter(({ archived_at }) => !archived_at);
  const onlyBrand = brands?.length === 1 ? (brands[0]?.id ?? null) : null;
  const form = useForm({
    initialValues: campaignValues(campaign, onlyBrand),
    validate: {
      brand: (brand) => (brand === null ? t`Choose the brand, or add it.` : null),
      ends_on: (ends, { starts_on }) =>
        ends && starts_on && ends < starts_on ? t`The end comes before the start.` : null,
    },
  });
  const save = useSaveCampaign();
  const submit = form.onSubmit(({ brand, ...values }) => {
    if (brand === null) return;
    save.mutate(
      { known: campaign, body: { ...values, brand } },
      {
        onSuccess: ({ data }) => {
          // Whoever wants the campaign leads to it, and away from here.
          if (data && onSaved) onSaved(data);
          else onClose();
        },
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    );
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={campaign ? t`Edit the campaign` : t`New campaign`}>
      <form onSubmit={submit}>
        <Stack>
          <CampaignFields form={form} />
          <FormError error={save.error} fields={campaignFieldNames} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t`Cancel`}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {campaign ? t`Save` : t`Create the campaign`}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
