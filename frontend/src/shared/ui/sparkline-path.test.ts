import { expect, it } from "vitest";
import { sparklinePaths } from "./sparkline-path";

it.each([
  { name: "nothing known", points: [null, null], paths: [] },
  { name: "a rise", points: [0, 10], paths: ["M0,18L100,2"] },
  { name: "a flat line, in the middle", points: [5, 5, 5], paths: ["M0,10L50,10L100,10"] },
  { name: "a gap, never bridged", points: [0, null, 10], paths: ["M0,18h0.01", "M100,2h0.01"] },
  { name: "one point", points: [7], paths: ["M50,10h0.01"] },
])("draws $name", ({ points, paths }) => {
  expect(sparklinePaths(points, 100, 20)).toEqual(paths);
});
