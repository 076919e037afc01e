import { describe, expect, it } from "vitest";
import {
  canPlan,
  daysAfter,
  groupsOf,
  isShown,
  keyOf,
  type Line,
  mainAct,
  snoozeChoices,
  successor,
  walk,
} from "./model";
import { lineOf } from "./testing";

const task = lineOf({ subject: "1" });

describe("what shows", () => {
  it.each([
    ["nothing was done", new Map(), 5, true],
    ["the server is being asked", new Map([["task/1", null]]), 5, false],
    ["the answer was asked for before the deed", new Map([["task/1", 9]]), 5, false],
    ["the answer is younger: somebody opened it again", new Map([["task/1", 9]]), 10, true],
    ["something else was done", new Map([["task/2", null]]), 5, true],
  ])("%s", (_case, gone, askedAt, shown) => {
    expect(isShown(task, gone, askedAt)).toBe(shown);
  });

  it("groups by urgency and keeps the order of the answer", () => {
    const lines = [
      lineOf({ subject: "1", urgency: "late" }),
      lineOf({ subject: "2", urgency: "late" }),
      lineOf({ subject: "3", urgency: "week" }),
    ];
    expect(
      groupsOf(lines).map(({ urgency, lines: own }) => [urgency, own.map(({ subject }) => subject)]),
    ).toEqual([
      ["late", ["1", "2"]],
      ["week", ["3"]],
    ]);
    expect(keyOf(lineOf({ kind: "coverage", subject: "card:4" }))).toBe("coverage/card:4");
  });
});

describe("walking", () => {
  const keys = ["a", "b", "c"];
  it.each([
    ["a", 1, "b"],
    ["c", 1, "c"],
    ["a", -1, "a"],
    ["b", 99, "c"],
    ["gone", 1, "a"],
  ])("from %s by %i comes to %s", (from, step, to) => {
    expect(walk(keys, from, step)).toBe(to);
  });

  it.each([
    ["b", ["a", "c"], "c"],
    ["c", ["a", "b"], "b"],
    ["b", ["a"], "a"],
    ["b", [], null],
    ["never", ["a"], "a"],
  ])("when %s leaves, focus goes on among %j", (left, now, to) => {
    expect(successor(keys, left, now)).toBe(to);
  });
});

describe("putting off", () => {
  it.each([
    // A Monday, a Thursday, a Sunday.
    ["2026-06-15", ["2026-06-16", "2026-06-18", "2026-06-22"]],
    ["2026-06-18", ["2026-06-19", "2026-06-21", "2026-06-22", "2026-06-25"]],
    ["2026-06-21", ["2026-06-22", "2026-06-24", "2026-06-28"]],
  ])("on %s there are as many days as differ", (today, days) => {
    expect(snoozeChoices(today).map(({ on }) => on)).toEqual(days);
  });

  it("passes months and years", () => {
    expect(daysAfter("2026-12-31", 1)).toBe("2027-01-01");
    expect(daysAfter("2028-02-28", 1)).toBe("2028-02-29");
  });
});

it("knows what the main button does, and where something can be planned", () => {
  const acts = (["task", "loan", "refresh", "coverage", "stale"] as Line["kind"][]).map(mainAct);
  expect(acts).toEqual(["finish", "finish", "finish", "cover", "plan"]);
  expect(canPlan(lineOf({ participation: 4, version: 2 }))).toBe(true);
  expect(canPlan(lineOf({ participation: 4 }))).toBe(false);
});
