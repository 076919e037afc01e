import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import type { ItemValues, SendingValues } from "../form";
import { useCarriers } from "./use-carriers";

/** The fields of a sending, and their values, in words: for showing what two people wrote. */
export function useFieldTexts() {
  const { t } = useLingui();
  const format = useFormat();
  const carriers = useCarriers();
  const { kinds } = useSendingWords();
  const names: Record<keyof SendingValues, string> = {
    creator: t`Creator`,
    participation: t`Campaign`,
    kind: t`Kind`,
    items: t`Products`,
    address_choice: t`Address`,
    address: t`Address`,
    carrier: t`Carrier`,
    tracking_number: t`Tracking number`,
    packing_amount: t`Packing`,
    carriage_amount: t`Carriage`,
    return_carriage_amount: t`Return carriage`,
    prepared_on: t`Prepared on`,
    sent_on: t`Sent on`,
    delivered_on: t`Delivered on`,
    due_back_on: t`Due back on`,
    returned_on: t`Returned on`,
    notes: t`Notes`,
  };
  const textOf = (field: string, value: unknown): string | undefined => {
    if (field === "items") return (value as ItemValues[]).map(line).join(", ");
    if (typeof value !== "string") return undefined;
    if (field.endsWith("_on")) return format.date(value);
    if (field.endsWith("_amount")) return format.money(value);
    if (field === "address_choice")
      return (
        { typed: t`typed`, kept: t`as on the parcel`, usual: t`the usual one` }[value] ?? t`one of theirs`
      );
    if (field === "carrier") return carriers[value as keyof typeof carriers];
    if (field === "kind") return kinds[value as keyof typeof kinds];
    return undefined;
  };
  const line = ({ product, quantity }: ItemValues) =>
    `${format.number(Number(quantity))} × ${product?.name ?? ""}`;
  return { names, textOf };
}
