import { expect, it } from "vitest";
import { parseDay } from "./parse-day";

it.each([
  ["10/11/2026", "fr", "2026-11-10"],
  ["10/11/2026", "en", "2026-11-10"],
  ["1/2/26", "fr", "2026-02-01"],
  ["20.11.2026", "fr", "2026-11-20"],
  ["20112026", "fr", "2026-11-20"],
  ["2026-11-20", "en", "2026-11-20"],
  ["20 Nov 2026", "en", "2026-11-20"],
  ["20 November 2026", "en", "2026-11-20"],
  ["3 décembre 2026", "fr", "2026-12-03"],
  [" 3 déc. 2026 ", "fr", "2026-12-03"],
  ["31/02/2026", "fr", null],
  ["11/20/2026", "en", null],
  ["demain", "fr", null],
  ["", "fr", null],
] as const)("%s in %s: %s", (text, locale, day) => {
  expect(parseDay(text, locale)).toBe(day);
});
