import { describe, expect, it } from "vitest";
import { ines } from "./fixtures";
import {
  formErrors,
  newItem,
  newSending,
  noAddress,
  sendingBody,
  sendingChange,
  valuesOfSending,
} from "./form";

const soap = { id: 7, name: "Savon", sku: "SAV-3", stock: 40 };

describe("sendingBody", () => {
  const typed = {
    ...newSending(),
    creator: { id: 3, name: "Inès" },
    participation: "9",
    items: [{ ...newItem(), product: soap, quantity: 2 }],
    tracking_number: " 6A123 ",
    due_back_on: "2026-12-01",
  };
  it("leaves out the day back of a gift, and an address nobody chose", () => {
    const body = sendingBody(typed);
    expect(body).toMatchObject({
      creator: 3,
      participation: 9,
      kind: "gift",
      items: [{ product: 7, quantity: 2, condition_out: "" }],
      carrier: "",
      tracking_number: "6A123",
      due_back_on: null,
    });
    expect(body).not.toHaveProperty("address");
    expect(body).not.toHaveProperty("address_id");
    expect(body).not.toHaveProperty("returned_on");
  });
  it.each([
    ["12", { address_id: 12 }],
    ["typed", { address: noAddress }],
  ])("says where it goes: %s", (address_choice, part) => {
    expect(sendingBody({ ...typed, address_choice })).toMatchObject(part);
  });
  it("needs someone to send to, and every line its product", () => {
    expect(sendingBody({ ...typed, creator: null })).toBeNull();
    expect(sendingBody({ ...typed, items: [...typed.items, newItem()] })).toBeNull();
  });
});

describe("sendingChange", () => {
  const values = valuesOfSending(ines);
  it("sends what was changed alone", () => {
    expect(sendingChange(ines, values)).toEqual({});
    expect(sendingChange(ines, { ...values, notes: "Avec une carte", carrier: "dhl" })).toEqual({
      notes: "Avec une carte",
      carrier: "dhl",
    });
    expect(sendingChange(ines, { ...values, participation: null })).toEqual({ participation: null });
  });
  it("sends all that is in the parcel when one line changes", () => {
    const items = values.items.map((item) => ({ ...item, quantity: 3 }));
    expect(sendingChange(ines, { ...values, items })).toEqual({
      items: [{ product: 7, quantity: 3, condition_out: "" }],
    });
  });
  it("sends a typed address whole, also when one line of it changes later", () => {
    const address = {
      ...noAddress,
      recipient: "Inès",
      line1: "1 rue Haute",
      postcode: "69001",
      city: "Lyon",
    };
    expect(sendingChange(ines, { ...values, address_choice: "typed", address })).toEqual({ address });
  });
  it("leaves the day back to the server when a loan becomes a gift", () => {
    const loan = { ...ines, kind: "loan" as const, due_back_on: "2026-12-01" };
    const change = sendingChange(loan, { ...valuesOfSending(loan), kind: "gift", due_back_on: null });
    expect(JSON.parse(JSON.stringify(change))).toEqual({ kind: "gift" });
  });
});

it("tells a refused address at the choice of addresses", () => {
  expect(formErrors({ address_id: "Another creator’s.", notes: "Too long." })).toEqual({
    address_choice: "Another creator’s.",
    notes: "Too long.",
  });
});
