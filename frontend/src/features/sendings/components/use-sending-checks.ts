import { useLingui } from "@lingui/react/macro";
import type { FormRulesRecord } from "@mantine/form";
import type { SendingValues } from "../form";

/** What a sending needs before it is worth asking the server. */
export function useSendingChecks(): FormRulesRecord<SendingValues> {
  const { t } = useLingui();
  return {
    creator: (creator) => (creator ? null : t`Choose the creator.`),
    items: {
      product: (product) => (product ? null : t`Choose the product.`),
      quantity: (quantity) => (quantity === "" ? t`How many?` : null),
    },
    due_back_on: (day, { kind }) => (kind === "loan" && !day ? t`Say when the loan is due back.` : null),
  };
}
