import type { ListQuery, Schemas } from "@/shared/api/schemas";

type CoverageQuery = ListQuery<"/api/v1/workspaces/{slug}/coverage/">;
export type CoverageFilters = Pick<CoverageQuery, "q" | "campaign" | "order">;

type Piece = Schemas["Coverage"];
type Draft = Schemas["Draft"];

export interface PieceValues {
  url: string;
  creator: { id: number; name: string } | null;
  participation: string | null;
  sending: string | null;
  kind: Schemas["CoverageKind"];
  platform: Schemas["Platform"];
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

/** What the form shows of a page just read: the likeliest creator, card and sending are chosen. */
export function valuesOfDraft(draft: Draft): PieceValues {
  const creator = draft.creators[0]?.creator;
  return {
    url: draft.canonical_url || draft.url,
    creator: creator ? { id: creator.id, name: creator.name } : null,
    participation: idOf(draft.participations[0]?.id),
    sending: idOf(draft.sendings[0]?.id),
    kind: draft.kind,
    platform: draft.platform,
    title: draft.title,
    author: draft.author,
    published_on: draft.published_on,
    notes: "",
  };
}

/** The body to save; `null` while nobody is chosen. */
export function pieceBody(values: PieceValues): Schemas["CoverageCreateRequest"] | null {
  const { creator, participation, sending, ...rest } = values;
  if (!creator) return null;
  return {
    ...rest,
    creator: creator.id,
    participation: participation === null ? null : Number(participation),
    sending: sending === null ? null : Number(sending),
  };
}
