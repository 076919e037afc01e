import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { CampaignSelect } from "@/shared/ui/campaign-select";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { type Selection, useAddToCampaign } from "../api";
import { Choice } from "./bulk-choices";

interface CampaignChoiceProps {
  selection: Selection;
  onAdded: () => void;
  onClose: () => void;
}

/** Brings the selection into a campaign; who is in it already stays where they are. */
export function CampaignChoice({ selection, onAdded, onClose }: CampaignChoiceProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const add = useAddToCampaign();
  const [campaign, setCampaign] = useState<number | null>(null);
  const submit = () =>
    campaign !== null &&
    add.mutate(
      { campaign, selection },
      {
        onSuccess: (result) => {
          const added = format.number(result.added);
          const skipped = format.number(result.skipped);
          toasts.done(
            result.skipped > 0
              ? t`${added} added to the campaign, ${skipped} were in it already`
              : t`${added} added to the campaign`,
          );
          onAdded();
        },
      },
    );
  return (
    <Choice
      isReady={campaign !== null}
      isPending={add.isPending}
      action={t`Add`}
      onSubmit={submit}
      onClose={onClose}
    >
      <CampaignSelect
        label={t`Campaign`}
        description={t`They arrive in its first stage; who is in it already stays where they are.`}
        value={campaign}
        onChange={setCampaign}
        data-autofocus
      />
      <FormError error={add.error} />
    </Choice>
  );
}
