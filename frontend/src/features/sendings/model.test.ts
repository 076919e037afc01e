import { describe, expect, it } from "vitest";
import { ines } from "./fixtures";
import { stepsAhead, stepsOf, undoOf } from "./model";

describe("stepsAhead", () => {
  it.each([
    ["gift", "draft", ["prepare", "send"]],
    ["gift", "prepared", ["send"]],
    ["gift", "sent", ["deliver"]],
    ["gift", "delivered", []],
    ["loan", "sent", ["deliver", "return"]],
    ["loan", "delivered", ["return"]],
    ["loan", "returned", []],
    ["loan", "cancelled", []],
  ] as const)("%s, %s: %s", (kind, state, steps) => {
    expect(stepsAhead({ kind, state })).toEqual(steps);
  });
});

it("only a loan comes back", () => {
  expect(stepsOf({ kind: "gift", state: "sent" })).toEqual([
    { state: "prepared", isDone: true },
    { state: "sent", isDone: true },
    { state: "delivered", isDone: false },
  ]);
  expect(stepsOf({ kind: "loan", state: "draft" }).map(({ isDone }) => isDone)).toEqual(Array(4).fill(false));
});

describe("undoOf", () => {
  it("puts back what was known before the parcel left", () => {
    const before = {
      ...ines,
      carrier: "dhl",
      tracking_number: "",
      due_back_on: null,
      address: null,
    } as const;
    expect(undoOf("send", before)).toEqual({
      sent_on: null,
      carrier: "dhl",
      tracking_number: "",
      carriage_amount: null,
      due_back_on: null,
      address: null,
    });
    expect(undoOf("prepare", ines)).toEqual({ prepared_on: ines.prepared_on });
  });
  it("leaves a return alone when pieces had come back before it", () => {
    const [item] = ines.items;
    if (!item) throw new Error("a parcel holds something");
    expect(undoOf("return", ines)).toEqual({ returned_on: null });
    expect(undoOf("return", { ...ines, items: [{ ...item, returned_quantity: 1 }] })).toBeNull();
  });
});
