import { describe, expect, it } from "vitest";
import { nextStep, sendingBody, stepsOf } from "./model";

describe("nextStep", () => {
  it.each([
    ["gift", "draft", "prepare"],
    ["gift", "prepared", "send"],
    ["gift", "sent", "deliver"],
    ["gift", "delivered", null],
    ["loan", "delivered", "return"],
    ["loan", "returned", null],
    ["loan", "cancelled", null],
  ] as const)("%s, %s: %s", (kind, state, step) => {
    expect(nextStep({ kind, state })).toBe(step);
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

describe("sendingBody", () => {
  const typed = {
    creator: { id: 3, name: "Aïcha" },
    participation: "9",
    kind: "gift" as const,
    items: [
      { product: "5", quantity: 2 },
      { product: null, quantity: 1 },
    ],
    address_id: null,
    carrier: null,
    tracking_number: " 6A123 ",
    sent_on: null,
    due_back_on: "2026-12-01",
    notes: "",
  };
  it("leaves out empty lines, and the day back of a gift", () => {
    expect(sendingBody(typed)).toEqual({
      creator: 3,
      participation: 9,
      kind: "gift",
      items: [{ product: 5, quantity: 2 }],
      carrier: "",
      tracking_number: "6A123",
      sent_on: null,
      due_back_on: null,
      notes: "",
    });
  });
  it("needs someone to send to", () => {
    expect(sendingBody({ ...typed, creator: null })).toBeNull();
  });
});
