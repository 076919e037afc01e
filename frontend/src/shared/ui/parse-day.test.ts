import dayjs from "dayjs";
import { expect, it } from "vitest";
import { parseDay } from "./parse-day";

it.each([
  ["10/11/2026", "fr", "2026-11-10"],
  ["10/11/2026", "en", "2026-11-10"],
  ["1/2/26", "fr", "2026-02-01"],
  ["06/11/2026", "fr", "2026-11-06"],
  ["6/01/2026", "fr", "2026-01-06"],
  ["06/1/26", "fr", "2026-01-06"],
  ["06.01.26", "en", "2026-01-06"],
  ["06 Jan 2026", "en", "2026-01-06"],
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

it.each([
  ["DD/MM/YYYY", "fr"],
  ["D MMM YYYY", "en"],
] as const)("reads back every day as the field writes it: %s", (format, locale) => {
  for (let day = dayjs("2024-01-01"); day.year() === 2024; day = day.add(1, "day")) {
    expect(parseDay(day.format(format), locale)).toBe(day.format("YYYY-MM-DD"));
  }
});
