import type { Board, BoardStage, Card } from "./model";

export function card(id: number, change: Partial<Card> = {}): Card {
  return {
    id,
    stage: 1,
    rank: `a${id}`,
    creator: 100 + id,
    creator_name: `Créateur ${id}`,
    main_platform: "blog",
    main_handle: `blog-${id}.example`,
    followers: null,
    engagement_rate: null,
    last_contacted_at: null,
    owner: null,
    owner_name: null,
    next_action: "",
    next_action_on: null,
    fee_amount: null,
    stage_since: "2026-11-01T09:00:00Z",
    lost_reason: "",
    version: 1,
    ...change,
  };
}

export const stage = (id: number, change: Partial<BoardStage> = {}): BoardStage => ({
  id,
  kind: "prospect",
  label_en: "To contact",
  label_fr: "À contacter",
  colour: "gray",
  count: 0,
  fee_total: "0.00",
  ...change,
});

export const head: Board["campaign"] = {
  id: 1,
  name: "Box",
  kind: "gifting",
  state: "active",
  brand: 1,
  brand_name: "Lune",
  budget_amount: null,
  is_archived: false,
};

export function boardOf(...cards: Card[]): Board {
  const byId = new Map(cards.map((each) => [each.id, each]));
  return {
    campaign: head,
    stages: [stage(1), stage(2), stage(3)],
    cards: byId,
    marker: 7,
    pending: new Set(),
  };
}
