import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import type { Schemas } from "../api/schemas";
import type { Tone } from "../ui/status-dot";

/** The product's words for what is known of creators. */
export function useCreatorWords() {
  const { t, i18n } = useLingui();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language.
  return useMemo(() => {
    const kinds: Record<Schemas["CreatorKind"], string> = {
      blogger: t`Blogger`,
      influencer: t`Influencer`,
      journalist: t`Journalist`,
      ambassador: t`Ambassador`,
      other: t({ message: "Other", context: "kind of creator" }),
    };
    const statuses: Record<Schemas["RelationshipStatus"], string> = {
      new: t({ message: "New", context: "status of a relation" }),
      contacted: t({ message: "Contacted", context: "status of a relation" }),
      in_conversation: t({ message: "In conversation", context: "status of a relation" }),
      partner: t({ message: "Partner", context: "status of a relation" }),
      dormant: t({ message: "Dormant", context: "status of a relation" }),
      declined: t({ message: "Declined", context: "status of a relation" }),
    };
    const tiers: Record<Schemas["Tier"], string> = {
      nano: t({ message: "Nano", context: "size of audience" }),
      micro: t({ message: "Micro", context: "size of audience" }),
      mid: t({ message: "Mid", context: "size of audience" }),
      macro: t({ message: "Macro", context: "size of audience" }),
      mega: t({ message: "Mega", context: "size of audience" }),
    };
    return { kinds, statuses, tiers };
  }, [t, i18n.locale]);
}

export const statusTones: Record<Schemas["RelationshipStatus"], Tone> = {
  new: "muted",
  contacted: "info",
  in_conversation: "info",
  partner: "good",
  dormant: "warn",
  declined: "bad",
};
