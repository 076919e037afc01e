import type { Schemas } from "@/shared/api/schemas";

export type Line = Schemas["TodayLine"];
export type Kind = Schemas["LineKind"];
export type Answer = Schemas["Today"];

/** An answer, and when it was asked for: what is done afterwards is not in it. */
export interface TodayRead extends Answer {
  askedAt: number;
}

/** Lines one has dealt with, each with the moment the server agreed; `null` while it is asked. */
export type Gone = ReadonlyMap<string, number | null>;

export const keyOf = ({ kind, subject }: Pick<Line, "kind" | "subject">) => `${kind}/${subject}`;

/** Whether a line of an answer shows: one dealt with only when the answer is younger than the deed. */
export function isShown(line: Line, gone: Gone, askedAt: number): boolean {
  const settledAt = gone.get(keyOf(line));
  return settledAt === undefined || (settledAt !== null && askedAt > settledAt);
}

const urgencies = ["late", "today", "week"] as const;
export type Group = { urgency: (typeof urgencies)[number]; lines: Line[] };

/** The lines by urgency, in the order of the answer; an urgency without lines is left out. */
export function groupsOf(lines: readonly Line[]): Group[] {
  return urgencies
    .map((urgency) => ({ urgency, lines: lines.filter((line) => line.urgency === urgency) }))
    .filter((group) => group.lines.length > 0);
}

/** The key `step` lines away; the first or the last one at the ends. */
export function walk(keys: readonly string[], from: string, step: number): string | null {
  const index = keys.indexOf(from);
  if (index < 0) return keys[0] ?? null;
  return keys[Math.min(Math.max(index + step, 0), keys.length - 1)] ?? null;
}

/** Where to go when a line has left: to the one that stood below it, else above. */
export function successor(before: readonly string[], left: string, now: readonly string[]): string | null {
  const index = before.indexOf(left);
  const here = new Set(now);
  const below = before.slice(index + 1).find((key) => here.has(key));
  const above = before
    .slice(0, Math.max(index, 0))
    .reverse()
    .find((key) => here.has(key));
  return below ?? above ?? now[0] ?? null;
}

/** What the main button of a line does: ends it, records a publication, or plans what comes next. */
export function mainAct(kind: Kind): "finish" | "cover" | "plan" {
  if (kind === "coverage") return "cover";
  return kind === "stale" ? "plan" : "finish";
}

/** Whether a next action can be planned from here. */
export function canPlan(line: Line): line is Line & { participation: number; version: number } {
  return line.participation !== null && line.version !== null;
}

/** Lines whose deed has a day, which may have been an earlier one. */
export const hasDay = ({ kind }: Line) => kind === "parcel" || kind === "loan";

/** Tasks and promises can be corrected here. */
export const isWritten = ({ kind }: Line) => kind === "task" || kind === "promise";

/** Counts end somewhere: one more than the last means "or more". */
export const countCap = 200;

const dayLength = 86_400_000;

/** `YYYY-MM-DD` so many days later. */
export function daysAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);
}

export interface Choice {
  name: "tomorrow" | "three_days" | "monday" | "week";
  on: string;
}

/** Days to put something off to; none of them twice. */
export function snoozeChoices(today: string): Choice[] {
  const weekday = new Date(today).getUTCDay();
  const choices: Choice[] = [
    { name: "tomorrow", on: daysAfter(today, 1) },
    { name: "three_days", on: daysAfter(today, 3) },
    { name: "monday", on: daysAfter(today, (8 - weekday) % 7 || 7) },
    { name: "week", on: daysAfter(today, 7) },
  ];
  return choices.filter(({ on }, index) => choices.findIndex((other) => other.on === on) === index);
}
