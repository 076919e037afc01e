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
  ["6/11", "fr", "2026-11-06"],
  ["6.11", "en", "2026-11-06"],
  ["31/02", "fr", null],
  ["2026/11/06", "fr", "2026-11-06"],
  ["2026/13/06", "fr", null],
  ["6 Sept 2026", "en", "2026-09-06"],
  ["6 sept 2026", "fr", "2026-09-06"],
  ["1er mai 2026", "fr", "2026-05-01"],
  ["6 ju 2026", "en", null],
  ["6 jui 2026", "fr", null],
  ["Nov 6, 2026", "en", "2026-11-06"],
  ["November 6 2026", "en", "2026-11-06"],
  ["nov 6, 2026", "fr", null],
  ["6 brumaire 2026", "fr", null],
  ["hier", "fr", "2026-02-28"],
  ["Aujourd’hui", "fr", "2026-03-01"],
  ["aujourd'hui", "fr", "2026-03-01"],
  ["demain", "fr", "2026-03-02"],
  ["yesterday", "en", "2026-02-28"],
  ["today", "en", "2026-03-01"],
  ["Tomorrow", "en", "2026-03-02"],
  ["hier", "en", null],
  ["nonsense", "en", null],
  ["6/11/202", "fr", null],
  ["", "fr", null],
] as const)("%s in %s: %s", (text, locale, day) => {
  expect(parseDay(text, locale, "2026-03-01")).toBe(day);
});

it.each([
  ["DD/MM/YYYY", "fr"],
  ["D MMM YYYY", "en"],
  ["D MMM YYYY", "fr"],
] as const)("reads back every day as the field writes it: %s", (format, locale) => {
  for (let day = dayjs("2024-01-01"); day.year() === 2024; day = day.add(1, "day")) {
    expect(parseDay(day.locale(locale).format(format), locale, "2026-03-01")).toBe(day.format("YYYY-MM-DD"));
  }
});
