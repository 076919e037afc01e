import { expect, it } from "vitest";
import type { Import } from "./api";
import { canRun, importable, withField } from "./model";

type Mapping = Import["mapping"];

const fields = [
  { name: "name", repeatable: false },
  { name: "channel", repeatable: true },
];

it.each<[string, Mapping, number, Mapping[string], Mapping]>([
  ["gives a column a field", { "0": "" }, 0, "name", { "0": "name" }],
  ["takes a single field from another column", { "0": "name", "1": "" }, 1, "name", { "0": "", "1": "name" }],
  [
    "lets several columns hold a repeatable one",
    { "0": "channel", "1": "" },
    1,
    "channel",
    { "0": "channel", "1": "channel" },
  ],
  ["ignores a column", { "0": "name", "1": "" }, 0, "", { "0": "", "1": "" }],
])("%s", (_name, before, column, field, after) => {
  expect(withField(before, column, field, fields)).toEqual(after);
});

it("runs once a column holds something", () => {
  expect(canRun({ "0": "", "1": "" })).toBe(false);
  expect(canRun({ "0": "", "1": "name" })).toBe(true);
});

it("does not count rows that are known to be rejected", () => {
  const row = { number: 2, cells: [], problems: {}, reason: "" };
  const rows = (["created", "rejected", "updated", "skipped", "rejected"] as const).map((outcome_guess) => ({
    ...row,
    outcome_guess,
  }));
  expect(importable({ total: 5, preview: { rows } })).toBe(3);
  expect(importable({ total: 900, preview: { rows } })).toBe(898);
});
