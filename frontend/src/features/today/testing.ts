import type { Line } from "./model";

/** A line for tests: a task that is late, unless told. */
export function lineOf(values: Partial<Line>): Line {
  return {
    kind: "task",
    subject: "1",
    urgency: "late",
    title: "Call the workshop",
    day: "2026-06-12",
    since: null,
    creator: null,
    campaign: null,
    owner: null,
    participation: null,
    version: null,
    stage: null,
    sending: null,
    failure: null,
    ...values,
  };
}
