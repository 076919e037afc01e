import type { UseFormReturnType } from "@mantine/form";
import type { Schemas } from "@/shared/api/schemas";
import { changedFields } from "@/shared/hooks/edits";

type Sending = Schemas["Sending"];
export type Address = Required<Schemas["AddressRequest"]>;

export interface PickedProduct {
  id: number;
  name: string;
  sku: string;
  /** Pieces left; `null` when not asked. */
  stock: number | null;
}

export interface ItemValues {
  key: string;
  product: PickedProduct | null;
  quantity: number | "";
  condition_out: string;
}

export interface SendingValues {
  creator: { id: number; name: string } | null;
  participation: string | null;
  kind: Schemas["SendingKind"];
  items: ItemValues[];
  /** `usual`: the creator's own when it leaves; `kept`: the one on the parcel; `typed`; or the id of one of theirs. */
  address_choice: string;
  address: Address;
  carrier: Schemas["Carrier"] | null;
  tracking_number: string;
  packing_amount: string | null;
  carriage_amount: string | null;
  return_carriage_amount: string | null;
  prepared_on: string | null;
  sent_on: string | null;
  delivered_on: string | null;
  due_back_on: string | null;
  returned_on: string | null;
  notes: string;
}

export type SendingForm = UseFormReturnType<SendingValues>;

export const noAddress: Address = {
  recipient: "",
  line1: "",
  line2: "",
  postcode: "",
  city: "",
  region: "",
  country: "",
  phone: "",
};

export const newItem = (): ItemValues => ({
  key: crypto.randomUUID(),
  product: null,
  quantity: 1,
  condition_out: "",
});

export const newSending = (): SendingValues => ({
  creator: null,
  participation: null,
  kind: "gift",
  items: [newItem()],
  address_choice: "usual",
  address: noAddress,
  carrier: null,
  tracking_number: "",
  packing_amount: null,
  carriage_amount: null,
  return_carriage_amount: null,
  prepared_on: null,
  sent_on: null,
  delivered_on: null,
  due_back_on: null,
  returned_on: null,
  notes: "",
});

/** What the form shows of a sending. */
export function valuesOfSending(sending: Sending): SendingValues {
  const { creator, participation, items, address, carrier } = sending;
  return {
    creator: { id: creator.id, name: creator.name },
    participation: participation === null ? null : String(participation),
    kind: sending.kind,
    items: items.map(({ id, product, quantity = 1, condition_out = "" }) => ({
      key: String(id),
      product: { ...product, stock: null },
      quantity,
      condition_out,
    })),
    address_choice: address ? "kept" : "usual",
    address: { ...noAddress, ...address },
    carrier: carrier || null,
    tracking_number: sending.tracking_number,
    packing_amount: sending.packing_amount,
    carriage_amount: sending.carriage_amount,
    return_carriage_amount: sending.return_carriage_amount,
    prepared_on: sending.prepared_on,
    sent_on: sending.sent_on,
    delivered_on: sending.delivered_on,
    due_back_on: sending.due_back_on,
    returned_on: sending.returned_on,
    notes: sending.notes,
  };
}

/** The body of a new sending; `null` while a creator or a product is missing. */
export function sendingBody(values: SendingValues): Schemas["SendingCreateRequest"] | null {
  const { creator, kind, returned_on: _returned, ...rest } = values;
  const body = changeBody(rest);
  const { items } = body;
  if (!creator || !items || items.length < values.items.length) return null;
  const due_back_on = kind === "loan" ? values.due_back_on : null;
  return { ...body, creator: creator.id, kind, items, due_back_on };
}

/** What was changed of a sending since it was read. */
export function sendingChange(base: Sending, values: SendingValues): Schemas["PatchedSendingChangeRequest"] {
  const { creator: _creator, kind, ...changed } = changedFields(valuesOfSending(base), values);
  // The server empties the day back of what becomes a gift.
  if (values.kind === "gift") changed.due_back_on = undefined;
  return { ...changeBody({ ...changed, ...addressIfTyped(changed, values) }), ...(kind ? { kind } : {}) };
}

/** The two parts of an address go together. */
function addressIfTyped(changed: Partial<SendingValues>, { address_choice, address }: SendingValues) {
  return changed.address || changed.address_choice ? { address_choice, address } : {};
}

type Changed = Partial<Omit<SendingValues, "creator" | "kind">>;

function changeBody({ participation, items, address_choice, address, carrier, ...rest }: Changed) {
  const { tracking_number, ...plain } = rest;
  return {
    ...plain,
    ...(participation === undefined ? {} : { participation: participation ? Number(participation) : null }),
    ...(items && { items: items.flatMap(itemBody) }),
    ...(address_choice && addressBody(address_choice, address)),
    ...(carrier === undefined ? {} : { carrier: carrier ?? ("" as const) }),
    ...(tracking_number === undefined ? {} : { tracking_number: tracking_number.trim() }),
  };
}

function itemBody({ product, quantity, condition_out }: ItemValues) {
  return product && quantity !== "" ? [{ product: product.id, quantity, condition_out }] : [];
}

/** What says where a parcel goes: nothing when the creator's own address, or the one it has, will do. */
export function addressBody(choice: string, address?: Address) {
  if (choice === "typed") return { address };
  return /^\d+$/.test(choice) ? { address_id: Number(choice) } : {};
}

/** The field of the form that a refusal of the API is about, where their names differ. */
export function formErrors(errors: Record<string, string>): Record<string, string> {
  const { address_id, ...others } = errors;
  return address_id ? { ...others, address_choice: address_id } : others;
}
