import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/shared/api/schemas";

export function useSendingWords() {
  const { t } = useLingui();
  const kinds: Record<Schemas["SendingKind"], string> = {
    gift: t({ message: "Gift", context: "kind of sending" }),
    loan: t({ message: "Loan", context: "kind of sending" }),
  };
  const states: Record<Schemas["SendingState"], string> = {
    draft: t({ message: "To prepare", context: "state of a sending" }),
    prepared: t({ message: "Prepared", context: "state of a sending" }),
    sent: t({ message: "Sent", context: "state of a sending" }),
    delivered: t({ message: "Delivered", context: "state of a sending" }),
    returned: t({ message: "Returned", context: "state of a sending" }),
    cancelled: t({ message: "Cancelled", context: "state of a sending" }),
  };
  return { kinds, states };
}
