import type { ListQuery, Schemas } from "@/shared/api/schemas";

type StageKind = Schemas["StageKind"];

type CampaignsQuery = ListQuery<"/api/v1/workspaces/{slug}/campaigns/">;
type CardsQuery = ListQuery<"/api/v1/workspaces/{slug}/participations/">;

export type CampaignFilters = Pick<CampaignsQuery, "q" | "state" | "kind" | "brand" | "archived" | "order">;
export type CardFilters = Pick<CardsQuery, "q" | "stage" | "order">;

/** Kinds of stages in the order of a campaign's life. */
export const stageKinds: StageKind[] = [
  "prospect",
  "contacted",
  "in_conversation",
  "agreed",
  "sending",
  "publishing",
  "published",
  "done",
  "declined",
  "dropped",
];

/** Four groups are as much as a bar of 120 pixels can say. */
const groups = {
  toContact: ["prospect"],
  talking: ["contacted", "in_conversation"],
  underWay: ["agreed", "sending", "publishing"],
  published: ["published", "done"],
  lost: ["declined", "dropped"],
} satisfies Record<string, StageKind[]>;

export type StageGroup = keyof typeof groups;

export interface Segment {
  group: StageGroup;
  count: number;
  /** Of all cards, 0 to 1. */
  share: number;
}

/** Cards by group of stages, empty groups left out. */
export function segments(cardsByKind: Partial<Record<StageKind, number>>): Segment[] {
  const total = stageKinds.reduce((sum, kind) => sum + (cardsByKind[kind] ?? 0), 0);
  return (Object.entries(groups) as [StageGroup, StageKind[]][])
    .map(([group, kinds]) => {
      const count = kinds.reduce((sum, kind) => sum + (cardsByKind[kind] ?? 0), 0);
      return { group, count, share: total ? count / total : 0 };
    })
    .filter(({ count }) => count > 0);
}

/** Agreed fees ÷ planned budget; `null` when no budget was planned. May exceed 1. */
export function budgetShare(agreed: string | null, planned: string | null): number | null {
  if (planned === null || Number(planned) === 0) return null;
  return Number(agreed ?? 0) / Number(planned);
}

export type CampaignValues = ReturnType<typeof campaignValues>;

/** What the form of a campaign begins with. */
export function campaignValues(campaign: Schemas["Campaign"] | null, brand: number | null = null) {
  return {
    brand: campaign?.brand ?? brand,
    name: campaign?.name ?? "",
    kind: campaign?.kind ?? ("gifting" as Schemas["CampaignKind"]),
    state: campaign?.state ?? ("planned" as Schemas["CampaignState"]),
    goal: campaign?.goal ?? "",
    brief: campaign?.brief ?? "",
    starts_on: campaign?.starts_on ?? null,
    ends_on: campaign?.ends_on ?? null,
    budget_amount: campaign?.budget_amount ?? null,
    hashtags: campaign ? [...campaign.hashtags] : ([] as string[]),
    owner: campaign?.owner ?? null,
  };
}
