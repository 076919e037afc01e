import { expect, it } from "vitest";
import { nextOrder } from "./model";

it.each([
  [undefined, "name", "start", "name"],
  ["name", "name", "start", "-name"],
  ["-name", "name", "start", "name"],
  ["-followers", "name", "start", "name"],
  [undefined, "followers", "end", "-followers"],
  ["-followers", "followers", "end", "followers"],
  ["followers", "followers", "end", "-followers"],
] as const)("from %s, a click on %s (%s) orders by %s", (current, orderBy, align, expected) => {
  expect(nextOrder(current, { orderBy, align })).toBe(expected);
});
