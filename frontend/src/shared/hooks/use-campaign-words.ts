import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "../api/schemas";

/** Kinds and states of campaigns, and why cards are lost, in the reader's words. */
export function useCampaignWords() {
  const { t } = useLingui();
  const kinds: Record<Schemas["CampaignKind"], string> = {
    gifting: t`Gifting`,
    loan: t({ message: "Loan", context: "kind of campaign" }),
    sponsored: t`Sponsored`,
    event: t`Event`,
    contest: t`Contest`,
    affiliate: t`Affiliate`,
    ambassador: t`Ambassador programme`,
  };
  const states: Record<Schemas["CampaignState"], string> = {
    planned: t({ message: "Planned", context: "state of a campaign" }),
    active: t({ message: "Active", context: "state of a campaign" }),
    closed: t({ message: "Closed", context: "state of a campaign" }),
  };
  const lostReasons: Record<Schemas["LostReason"], string> = {
    no_answer: t`No answer`,
    not_interested: t`Not interested`,
    too_expensive: t`Too expensive`,
    no_time: t`No time`,
    competitor: t`Works with a competitor`,
    not_a_fit: t`Not a fit`,
    did_not_publish: t`Did not publish`,
    other: t`Other reason`,
  };
  return { kinds, states, lostReasons };
}

/** Values with their words, for selects. */
export function asOptions<Value extends string>(
  words: Record<Value, string>,
): { value: Value; label: string }[] {
  return Object.entries<string>(words).map(([value, label]) => ({ value: value as Value, label }));
}
