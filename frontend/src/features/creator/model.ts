import type { UseFormReturnType } from "@mantine/form";
import type { Schemas } from "@/shared/api/schemas";
import { changedFields as changed } from "@/shared/hooks/edits";
import type { Audience, Channel, Creator, CreatorChange } from "./api";

export type Span = "30" | "90" | "365" | "all";

/** First day of a span that ends today; `undefined` is everything. */
export function sinceOf(span: Span, today: string): string | undefined {
  if (span === "all") return "2000-01-01";
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - Number(span));
  return day.toISOString().slice(0, 10);
}

export interface ChartRow {
  week: string;
  [series: string]: number | string | null;
}

/** Name of the sum of all channels in a chart's rows. */
export const reachKey = "reach";
export const channelKey = (id: number) => `channel${id}`;

/** The chart's rows: one a week, `null` where nothing was measured, so that a gap stays a gap. */
export function chartRows(audience: Audience): ChartRow[] {
  return audience.weeks.map((week, index) => {
    const row: ChartRow = { week };
    for (const channel of audience.channels) row[channelKey(channel.id)] = channel.followers[index] ?? null;
    row[reachKey] = audience.reach[index] ?? null;
    return row;
  });
}

/** Channels that have a line in the chart. */
export function measured(channels: Audience["channels"]): Audience["channels"] {
  return channels.filter(({ followers }) => followers.some((value) => value !== null));
}

/** What happened last comes first, also when it was written down later. */
export function newestFirst<Entry extends { at: string }>(entries: Entry[]): Entry[] {
  return [...entries].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Whether there is a line to draw: two numbers of one series at least. */
export function hasHistory(audience: Audience): boolean {
  return audience.channels.some(({ followers }) => followers.filter((value) => value !== null).length > 1);
}

/** Channels whose numbers came in since a failure was seen have none. */
export function failed(channel: Channel): boolean {
  return channel.error_code !== "";
}

/** How a channel's numbers were come by, each way once with its newest day; the newest first. */
export function sourcesOf({ origins }: Pick<Channel, "origins">): { via: string; at: string }[] {
  const newest = new Map<string, { via: string; at: string }>();
  for (const origin of newestFirst(Object.values(origins)))
    if (!newest.has(origin.via)) newest.set(origin.via, origin);
  return [...newest.values()];
}

/** The counters that were filled in: an empty field is unknown, not zero. */
export function typedNumbers(fields: Record<string, unknown>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, number] => typeof field[1] === "number"),
  );
}

/** Lines of a form have a key of their own: they are removed from the middle. */
type Keyed<Line> = Line & { key: string };

export interface CreatorValues {
  name: string;
  kind: Creator["kind"];
  preferred_name: string;
  address_form: Creator["address_form"];
  language: string;
  country: string;
  city: string;
  biography: string;
  notes: string;
  contact_points: Keyed<Schemas["ContactPointWriteRequest"]>[];
  addresses: Keyed<Schemas["PostalAddressWriteRequest"]>[];
}

export type CreatorForm = UseFormReturnType<CreatorValues>;

export function valuesOf(creator: Creator): CreatorValues {
  const { name, kind, preferred_name, address_form, language, country, city, biography, notes } = creator;
  return {
    ...{ name, kind, preferred_name, address_form, language, country, city, biography, notes },
    contact_points: creator.contact_points.map(({ id, collected_at: _when, ...point }) => ({
      ...point,
      key: String(id),
    })),
    addresses: creator.addresses.map(({ id, confirmed_at: _when, ...address }) => ({
      ...address,
      key: String(id),
    })),
  };
}

/** Only what was changed is sent: what others change meanwhile elsewhere stays theirs. */
export function changedFields(base: Creator, values: CreatorValues): CreatorChange {
  return changed(bare(valuesOf(base)), bare(values));
}

function bare({ contact_points, addresses, ...values }: CreatorValues) {
  return {
    ...values,
    contact_points: contact_points
      .filter(({ value }) => value.trim())
      .map(({ key: _key, ...point }) => point),
    addresses: addresses.map(({ key: _key, ...address }) => address),
  };
}
