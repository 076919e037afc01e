import { useMutation } from "@tanstack/react-query";
import { client } from "@/shared/api/client";
import { isApiError } from "@/shared/api/errors";
import { refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { inTurn, participationQuery, useBoardCache } from "./api";
import { type Card, readCards } from "./model";
import { ranksAfter } from "./placing";

const base = "/api/v1/workspaces/{slug}/participations";

/** What stands in the way of a change of many cards, by a refusal. */
export function refusalsIn(error: unknown): Schemas["BulkRefusal"][] {
  if (!isApiError(error, "bulk_refused", "bulk_move_refused")) return [];
  return (error.problem.refused ?? []) as Schemas["BulkRefusal"][];
}

export interface BulkMove {
  /** In the order they stand in. */
  cards: readonly Card[];
  to: number;
  after: number | null;
  /** The column they go to, as shown. */
  column: readonly Card[];
}

/** Moves many cards at once; puts all back when one is refused. */
export function useMoveCards(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const params = { path: { slug: cache.slug } };
  const settle = {
    scope: inTurn,
    onSuccess: ({ data }: { data?: Schemas["BulkCards"] }) => data && cache.put(readCards(data.cards)),
    onSettled: () => refreshParts(cache.queryClient, "participations"),
  };
  const move = useMutation({
    ...settle,
    mutationFn: ({ cards, to, after }: BulkMove) => {
      const origins = new Set(cards.map(({ stage }) => stage));
      return client.POST(`${base}/bulk-move/`, {
        params,
        body: {
          ids: cards.map(({ id }) => id),
          to,
          after,
          expected_from: origins.size === 1 ? cards[0]?.stage : undefined,
        },
      });
    },
    onMutate: ({ cards, to, after, column }) => {
      void cache.hold();
      const ranks = ranksAfter(column, after, cards.length);
      cache.put(
        cards.map((card, place) => ({ ...card, stage: to, rank: ranks[place] ?? card.rank })),
        true,
      );
    },
    onError: (_error, { cards }) => {
      cache.put(cards);
      void cache.reload();
    },
  });
  const undo = useMutation({
    ...settle,
    mutationFn: (moves: number[]) => client.POST(`${base}/bulk-undo-move/`, { params, body: { moves } }),
    onError: () => cache.reload(),
  });
  return { move, undo };
}

export type Change = Omit<Schemas["CardChangeRequest"], "id" | "version">;

interface BulkChange {
  cards: readonly Card[];
  /** What changes of a card. */
  change: (card: Card) => Change;
  /** How it looks until the server has answered. */
  show?: (card: Card) => Partial<Card>;
}

/** Changes fields of one card or many, as they were last read; puts all back when one is refused. */
export function useChangeCards(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const { slug, queryClient } = cache;
  return useMutation({
    mutationFn: ({ cards, change }: BulkChange) => {
      const changes = cards.map((card) => ({
        id: card.id,
        version: cache.versionOf(card.id),
        ...change(card),
      }));
      return client.POST(`${base}/bulk-change/`, { params: { path: { slug } }, body: { changes } });
    },
    scope: inTurn,
    onMutate: ({ cards, show }) => {
      const before = cache.current(cards);
      if (show) {
        void cache.hold();
        const shown = new Map(cards.map((card) => [card.id, show(card)]));
        cache.put(
          before.map((card) => ({ ...card, ...shown.get(card.id) })),
          true,
        );
      }
      return before;
    },
    onSuccess: ({ data }, { cards }) => {
      if (data) cache.put(readCards(data.cards));
      for (const { id } of cards)
        void queryClient.invalidateQueries({ queryKey: participationQuery(slug, id).queryKey });
    },
    onError: (_error, { cards }, before) => {
      cache.put(before ?? cards);
      void cache.reload();
    },
    onSettled: () => refreshParts(queryClient, "participations"),
  });
}

/** Takes cards out of the campaign, and brings them back. */
export function useRemoveCards(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const params = { path: { slug: cache.slug } };
  const onSettled = () =>
    Promise.all([cache.poll(), refreshParts(cache.queryClient, "participations", "campaigns/{id}")]);
  const remove = useMutation({
    scope: inTurn,
    mutationFn: (cards: readonly Card[]) =>
      client.POST(`${base}/bulk-remove/`, {
        params,
        body: { cards: cards.map(({ id }) => ({ id, version: cache.versionOf(id) })) },
      }),
    onSuccess: (_answer, cards) => cache.remove(cards.map(({ id }) => id)),
    onSettled,
  });
  const restore = useMutation({
    scope: inTurn,
    mutationFn: (ids: number[]) => client.POST(`${base}/bulk-restore/`, { params, body: { ids } }),
    onSuccess: ({ data }) => data && cache.put(readCards(data.cards)),
    onSettled,
  });
  return { remove, restore };
}
