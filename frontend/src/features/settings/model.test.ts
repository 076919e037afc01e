import { expect, it } from "vitest";
import { positionAfterDrop } from "./model";

it.each([
  { from: 0, target: 2, below: true, to: 2 },
  { from: 0, target: 2, below: false, to: 1 },
  { from: 3, target: 1, below: true, to: 2 },
  { from: 3, target: 1, below: false, to: 1 },
  { from: 1, target: 2, below: false, to: 1 },
])("$from dropped at $target (below: $below) lands at $to", ({ from, target, below, to }) => {
  expect(positionAfterDrop(from, target, below)).toBe(to);
});
