import { useLingui } from "@lingui/react/macro";
import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { asOptions, useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { DayInput } from "@/shared/ui/day-input";
import { MemberSelect } from "@/shared/ui/member-select";
import { MoneyInput } from "@/shared/ui/money-input";
import type { CampaignValues } from "../model";
import { BrandSelect } from "./brand-select";

/** Everything people set of a campaign. */
export function CampaignFields({ form }: { form: UseFormReturnType<CampaignValues> }) {
  const { t } = useLingui();
  const { kinds, states } = useCampaignWords();
  const field = form.getInputProps;
  return (
    <>
      <TextInput label={t`Name`} required maxLength={200} data-autofocus {...field("name")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <BrandSelect {...field("brand")} />
        <Select label={t`Kind`} required allowDeselect={false} data={asOptions(kinds)} {...field("kind")} />
        <Select
          label={t`State`}
          required
          allowDeselect={false}
          data={asOptions(states)}
          {...field("state")}
        />
        <MemberSelect label={t`Owner`} {...field("owner")} />
        <DayInput label={t`Starts on`} {...field("starts_on")} />
        <DayInput label={t`Ends on`} {...field("ends_on")} />
        <MoneyInput label={t`Planned budget`} {...field("budget_amount")} />
        <TagsInput
          label={t`Hashtags`}
          placeholder={t`Type one, then Enter`}
          splitChars={[",", " "]}
          acceptValueOnBlur
          {...field("hashtags")}
        />
      </SimpleGrid>
      <TextInput
        label={t`Goal`}
        placeholder={t`Twenty articles before Mother’s Day`}
        maxLength={500}
        {...field("goal")}
      />
      <Textarea label={t`Brief`} autosize minRows={4} maxRows={14} maxLength={50000} {...field("brief")} />
    </>
  );
}

export const campaignFieldNames = [
  "name",
  "brand",
  "kind",
  "state",
  "owner",
  "starts_on",
  "ends_on",
  "budget_amount",
  "hashtags",
  "goal",
  "brief",
] as const;
