import type { ListQuery, Schemas } from "@/shared/api/schemas";

type SendingsQuery = ListQuery<"/api/v1/workspaces/{slug}/sendings/">;
type ProductsQuery = ListQuery<"/api/v1/workspaces/{slug}/products/">;

export type SendingFilters = Pick<SendingsQuery, "q" | "kind" | "campaign" | "late" | "order" | "state">;
export type ProductFilters = Pick<ProductsQuery, "q" | "archived" | "low" | "order">;

export type Step = "prepare" | "send" | "deliver" | "return";
type Sending = Pick<Schemas["Sending"], "kind" | "state">;

/** What happens next to a parcel; `null` when nothing does. */
export function nextStep({ kind, state }: Sending): Step | null {
  if (state === "draft") return "prepare";
  if (state === "prepared") return "send";
  if (state === "sent") return "deliver";
  return state === "delivered" && kind === "loan" ? "return" : null;
}

/** Steps with how far the parcel is; a gift does not come back. */
export function stepsOf({ kind, state }: Sending): { state: Schemas["SendingState"]; isDone: boolean }[] {
  const all: Schemas["SendingState"][] = ["prepared", "sent", "delivered"];
  if (kind === "loan") all.push("returned");
  const reached = all.indexOf(state);
  return all.map((step, index) => ({ state: step, isDone: index <= reached }));
}

export interface SendingValues {
  creator: { id: number; name: string } | null;
  participation: string | null;
  kind: Schemas["SendingKind"];
  items: { product: string | null; quantity: number }[];
  address_id: string | null;
  carrier: Schemas["Carrier"] | null;
  tracking_number: string;
  sent_on: string | null;
  due_back_on: string | null;
  notes: string;
}

/** The body of a new sending from what was typed; `null` while a creator or a product is missing. */
export function sendingBody(values: SendingValues): Schemas["SendingCreateRequest"] | null {
  const { creator, participation, items, address_id, kind } = values;
  const chosen = items.flatMap(({ product, quantity }) =>
    product === null ? [] : [{ product: Number(product), quantity }],
  );
  if (!creator || chosen.length === 0) return null;
  return {
    creator: creator.id,
    kind,
    items: chosen,
    ...(participation ? { participation: Number(participation) } : {}),
    ...(address_id ? { address_id: Number(address_id) } : {}),
    carrier: values.carrier ?? "",
    tracking_number: values.tracking_number.trim(),
    sent_on: values.sent_on,
    due_back_on: kind === "loan" ? values.due_back_on : null,
    notes: values.notes,
  };
}
