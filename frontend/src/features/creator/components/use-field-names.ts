import { useLingui } from "@lingui/react/macro";

/** What the fields of a creator are called, by their names in the API. */
export function useFieldNames(): Record<string, string> {
  const { t } = useLingui();
  return {
    name: t`name`,
    kind: t`kind`,
    preferred_name: t`preferred name`,
    address_form: t`form of address`,
    language: t`language`,
    country: t`country`,
    city: t`city`,
    biography: t`biography`,
    notes: t`notes`,
    owner: t`owner`,
    owner_id: t`owner`,
    relationship_status: t`status`,
    status_by_hand: t`status set by hand`,
    tags: t`tags`,
    contact_points: t`contact details`,
    addresses: t`postal addresses`,
    avatar_url: t`picture`,
    title: t`title`,
    feed_url: t`feed address`,
    next_action: t`next action`,
    next_action_on: t`date of the next action`,
    fee_amount: t`fee`,
    lost_reason: t`reason`,
    lost_note: t`reason in words`,
  };
}
