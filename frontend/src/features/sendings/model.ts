import type { ListQuery, Schemas } from "@/shared/api/schemas";

type SendingsQuery = ListQuery<"/api/v1/workspaces/{slug}/sendings/">;
type ProductsQuery = ListQuery<"/api/v1/workspaces/{slug}/products/">;

export type SendingFilters = Pick<
  SendingsQuery,
  "q" | "kind" | "campaign" | "creator" | "product" | "late" | "order" | "state"
>;
export type ProductFilters = Pick<ProductsQuery, "q" | "archived" | "low" | "order">;

export type Step = "prepare" | "send" | "deliver" | "return";
type Sending = Schemas["Sending"];
type SendingChange = Schemas["PatchedSendingChangeRequest"];

/** What can happen next to a parcel, the likeliest first. */
export function stepsAhead({ kind, state }: Pick<Sending, "kind" | "state">): Step[] {
  if (state === "draft") return ["prepare", "send"];
  if (state === "prepared") return ["send"];
  const isOut = kind === "loan" && (state === "sent" || state === "delivered");
  return [...(state === "sent" ? (["deliver"] as const) : []), ...(isOut ? (["return"] as const) : [])];
}

/** Steps with how far the parcel is; a gift does not come back. */
export function stepsOf({ kind, state }: Pick<Sending, "kind" | "state">) {
  const all: Schemas["SendingState"][] = ["prepared", "sent", "delivered"];
  if (kind === "loan") all.push("returned");
  const reached = all.indexOf(state);
  return all.map((step, index) => ({ state: step, isDone: index <= reached }));
}

/** What takes a step back: how things stood before it. `null` when that cannot be known from here. */
export function undoOf(step: Step, before: Sending): SendingChange | null {
  if (step === "prepare") return { prepared_on: before.prepared_on };
  if (step === "deliver") return { delivered_on: before.delivered_on };
  // Taking a return back takes back all of it: what had come back earlier would go with it.
  if (step === "return")
    return before.items.some(({ returned_quantity: back = 0 }) => back > 0) ? null : { returned_on: null };
  const { carrier, tracking_number, carriage_amount, due_back_on, address } = before;
  return { sent_on: null, carrier, tracking_number, carriage_amount, due_back_on, address };
}

type Item = Schemas["SendingItem"];

/** Pieces that are still with the creator. */
export const piecesOut = ({ quantity = 1, returned_quantity = 0 }: Item) => quantity - returned_quantity;

/** "2 × Mug, Tea": what is in a parcel, in a few words. */
export function contentsText(items: readonly Item[], number: (value: number) => string): string {
  return items
    .map(({ product, quantity = 1 }) =>
      quantity > 1 ? `${number(quantity)} × ${product.name}` : product.name,
    )
    .join(", ");
}
