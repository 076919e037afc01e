import type { ListQuery, Schemas } from "@/shared/api/schemas";

type CoverageQuery = ListQuery<"/api/v1/workspaces/{slug}/coverage/">;
export type CoverageFilters = Pick<
  CoverageQuery,
  | "q"
  | "platform"
  | "kind"
  | "campaign"
  | "creator"
  | "sending"
  | "published_after"
  | "published_before"
  | "order"
>;
export type SummaryFilters = ListQuery<"/api/v1/workspaces/{slug}/coverage/summary/">;

type Piece = Schemas["Coverage"];
type Draft = Schemas["Draft"];
type Platform = Schemas["Platform"];
type Kind = Schemas["CoverageKind"];

export const platforms: Platform[] = [
  "blog",
  "youtube",
  "instagram",
  "tiktok",
  "x",
  "facebook",
  "threads",
  "pinterest",
  "linkedin",
  "twitch",
  "snapchat",
  "bluesky",
  "mastodon",
  "podcast",
];
export const kinds: Kind[] = ["article", "post", "video", "story", "review", "round_up", "other"];

/** What the address of the list holds. */
export interface CoverageSearch extends Omit<CoverageFilters, "platform" | "kind"> {
  /** Several are written `blog,youtube`. */
  platform?: string;
  kind?: string;
  /** The piece that is open. */
  piece?: number;
  /** The form of a new piece is open: 0 for anybody, else the id of a card. */
  add?: number;
}

/** The known values among those an address holds; an old link never breaks the list. */
function several<Value extends string>(
  text: string | undefined,
  known: readonly Value[],
): Value[] | undefined {
  const asked = text?.split(",") ?? [];
  const found = known.filter((value) => asked.includes(value));
  return found.length > 0 ? found : undefined;
}

/** What the list is asked for. */
export function filtersOf(search: CoverageSearch, campaignId?: number): CoverageFilters {
  const { piece: _piece, add: _add, platform, kind, campaign, ...rest } = search;
  return {
    ...rest,
    platform: several(platform, platforms),
    kind: several(kind, kinds),
    campaign: campaignId ?? campaign,
  };
}

/** What the figures above are asked for: the same, but for words and order. */
export function summaryOf(filters: CoverageFilters): SummaryFilters {
  const { platform, kind, campaign, creator, published_after: since, published_before: until } = filters;
  return { platform, kind, campaign, creator, since, until };
}

/** Nothing narrowed. */
export const noFilters = {
  q: undefined,
  platform: undefined,
  kind: undefined,
  campaign: undefined,
  creator: undefined,
  sending: undefined,
  published_after: undefined,
  published_before: undefined,
} satisfies Partial<CoverageSearch>;

export interface PieceValues {
  url: string;
  creator: { id: number; name: string } | null;
  participation: string | null;
  sending: string | null;
  kind: Kind;
  platform: Platform;
  title: string;
  author: string;
  published_on: string | null;
  notes: string;
}

const idOf = (id: number | null | undefined) => (id == null ? null : String(id));

/** What the form shows of a recorded piece. */
export function valuesOfPiece(piece: Piece): PieceValues {
  const { url, creator, participation, sending, kind, platform, title, author, published_on, notes } = piece;
  return {
    url,
    creator: { id: creator.id, name: creator.name },
    participation: idOf(participation),
    sending: idOf(sending),
    kind,
    platform,
    title,
    author,
    published_on,
    notes,
  };
}

/** Whom and what a publication is expected of, when one came from a card, a parcel or a creator's page. */
export interface Expected {
  creator: { id: number; name: string };
  participation: number | null;
  sending: number | null;
}

/**
 * What the form shows of a page just read: the likeliest creator, card and sending are chosen.
 *
 * @param expected wins over what was recognised; links of somebody else would be refused.
 */
export function valuesOfDraft(draft: Draft, expected?: Expected): PieceValues {
  const found = draft.creators[0]?.creator;
  const creator = expected?.creator ?? (found ? { id: found.id, name: found.name } : null);
  const isTheirs = creator !== null && creator.id === found?.id;
  return {
    url: draft.canonical_url || draft.url,
    creator,
    participation: idOf(expected?.participation ?? (isTheirs ? draft.participations[0]?.id : null)),
    sending: idOf(expected?.sending ?? (isTheirs ? draft.sendings[0]?.id : null)),
    kind: draft.kind,
    platform: draft.platform,
    title: draft.title,
    author: draft.author,
    published_on: draft.published_on,
    notes: "",
  };
}

type Body = Schemas["CoverageCreateRequest"];

/** The body to save; `null` while nobody is chosen. */
export function pieceBody(values: PieceValues): Body | null {
  const { creator, url } = values;
  return creator && { ...changeBody(values), url, creator: creator.id };
}

/** What was changed, as it is sent. */
export function changeBody({ creator: _creator, participation, sending, ...rest }: Partial<PieceValues>) {
  const number = (id: string | null) => (id === null ? null : Number(id));
  return {
    ...rest,
    ...(participation !== undefined && { participation: number(participation) }),
    ...(sending !== undefined && { sending: number(sending) }),
  };
}

export const counters = ["views", "likes", "comments", "shares", "clicks"] as const;
export type Counter = (typeof counters)[number];
export type NumberValues = Record<Counter, number | ""> & { taken_on: string | null };

/** The form of numbers: of a day that was noted, or of today, all unknown. */
export function numberValues(noted: Schemas["Metric"] | null, today: string): NumberValues {
  const known = counters.map((name) => [name, noted?.[name] ?? ""] as const);
  return {
    ...(Object.fromEntries(known) as Record<Counter, number | "">),
    taken_on: noted?.taken_on ?? today,
  };
}

/** The body to save; what is left empty stays unknown. */
export function numbersBody({ taken_on, ...numbers }: NumberValues): Schemas["MetricWriteRequest"] {
  const known = counters.map((name) => [name, numbers[name] === "" ? null : Number(numbers[name])] as const);
  return { ...Object.fromEntries(known), ...(taken_on ? { taken_on } : {}) };
}

/** The day so many days earlier. */
export function daysBefore(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() - days);
  return moved.toISOString().slice(0, 10);
}
