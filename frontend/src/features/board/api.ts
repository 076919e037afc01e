import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { isApiError } from "@/shared/api/errors";
import { refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { type Board, type Card, withAnswer, withCards, withoutCards } from "./model";

const base = "/api/v1/workspaces/{slug}";
const boardPath = `${base}/campaigns/{id}/board/` as const;

const boardKey = (slug: string, campaignId: number) => ["board", boardPath, slug, campaignId] as const;

/** The board; read again, it asks only for what changed since. */
export const boardQuery = (queryClient: QueryClient, slug: string, campaignId: number) => {
  const queryKey = boardKey(slug, campaignId);
  const known = () => queryClient.getQueryData<Board>(queryKey);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Board> => {
      const since = known()?.marker;
      const query = since ? { since } : {};
      const { data } = await client.GET(boardPath, {
        params: { path: { slug, id: campaignId }, query },
        signal,
      });
      // What is known now, not when the request left: a card may have moved meanwhile.
      return withAnswer(since ? known() : undefined, data as Schemas["Board"]);
    },
    // A merged answer is a new object on purpose; comparing 1,200 cards deeply would cost a frame.
    structuralSharing: false,
  });
};

/** Changes the board on the screen; does nothing while it is not loaded. */
export function useBoardCache(campaignId: number) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  const queryKey = boardKey(slug, campaignId);
  const change = (alter: (board: Board) => Board) =>
    queryClient.setQueryData<Board>(queryKey, (board) => board && alter(board));
  return {
    slug,
    queryClient,
    hold: () => queryClient.cancelQueries({ queryKey }),
    /** The newest version read of a card: asked for when a change leaves, since one before it may have made it. */
    versionOf: (id: number) => {
      const read = queryClient.getQueryData<Schemas["Participation"]>(participationQuery(slug, id).queryKey);
      const shown = queryClient.getQueryData<Board>(queryKey)?.cards.get(id);
      return Math.max(read?.version ?? 0, shown?.version ?? 0);
    },
    /** These cards as they are shown now: who holds on to them may have read them before they changed. */
    current: (cards: readonly Card[]) => {
      const known = queryClient.getQueryData<Board>(queryKey)?.cards;
      return cards.map((card) => known?.get(card.id) ?? card);
    },
    put: (cards: readonly Card[], pending = false) => change((board) => withCards(board, cards, pending)),
    remove: (ids: readonly number[]) => change((board) => withoutCards(board, ids)),
    /** Reads everything again: what was skipped while a change was under way is lost otherwise. */
    reload: () => {
      change((board) => ({ ...board, marker: 0 }));
      return queryClient.invalidateQueries({ queryKey });
    },
    poll: () => queryClient.invalidateQueries({ queryKey }),
  };
}

/** Changes of cards leave one after the other: each needs the version that the one before it made. */
export const inTurn = { id: "card" };

export interface Move {
  card: Card;
  to: number;
  /** Id of the card above; `null` for the top. */
  after: number | null;
  /** Rank until the server gives the real one. */
  rank: string;
}

/** Moves a card at once; puts it where the server says it is when that is refused. */
export function useMoveCard(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const { slug } = cache;
  return useMutation({
    mutationFn: ({ card, to, after }: Move) =>
      client.POST(`${base}/participations/{id}/move/`, {
        params: { path: { slug, id: card.id } },
        body: { to, after, expected_from: card.stage },
      }),
    scope: inTurn,
    onMutate: ({ card, to, rank }) => {
      void cache.hold();
      cache.put([{ ...card, stage: to, rank }], true);
    },
    onSuccess: ({ data }) => data && cache.put([data.card]),
    onError: (error, { card }) => {
      cache.put([currentCard(error) ?? card]);
      void cache.reload();
    },
    onSettled: () => refreshParts(cache.queryClient, "participations"),
  });
}

/** The card as the server has it now, when a refusal says so. */
export function currentCard(error: unknown): Card | undefined {
  return isApiError(error) ? (error.problem.current as Card | undefined) : undefined;
}

export function useUndoMove(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const { slug } = cache;
  return useMutation({
    mutationFn: ({ id, move }: { id: number; move: number }) =>
      client.POST(`${base}/participations/{id}/undo-move/`, {
        params: { path: { slug, id } },
        body: { move },
      }),
    scope: inTurn,
    onSuccess: ({ data }) => data && cache.put([data.card]),
    onError: () => cache.reload(),
    onSettled: () => refreshParts(cache.queryClient, "participations"),
  });
}

export const participationQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/participations/{id}/`, { params: { path: { slug, id } } });

export const movesQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/participations/{id}/moves/`, { params: { path: { slug, id } } });

/** What was sent and published for a card; a handful at most. */
export const cardSendingsQuery = (slug: string, participation: number) =>
  api.queryOptions("get", `${base}/sendings/`, {
    params: { path: { slug }, query: { participation, page_size: 20 } },
  });

export const cardCoverageQuery = (slug: string, participation: number) =>
  api.queryOptions("get", `${base}/coverage/`, {
    params: { path: { slug }, query: { participation, page_size: 20 } },
  });

export type CardChange = Schemas["PatchedParticipationChangeRequest"];

/** Changes a card's fields, as last read. */
export function useChangeCard(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const { slug, queryClient } = cache;
  return useMutation({
    mutationFn: ({ id, change }: { id: number; change: CardChange }) => {
      const version = cache.versionOf(id);
      return client.PATCH(`${base}/participations/{id}/`, {
        params: { path: { slug, id }, header: { "If-Match": `"${version}"` } },
        body: change,
      });
    },
    scope: inTurn,
    onSuccess: ({ data }, { id }) => {
      if (data) queryClient.setQueryData(participationQuery(slug, id).queryKey, data);
      return cache.poll();
    },
    onError: (_error, { id }) =>
      queryClient.invalidateQueries({ queryKey: participationQuery(slug, id).queryKey }),
  });
}

export function useAddCard(campaignId: number) {
  const cache = useBoardCache(campaignId);
  const { slug } = cache;
  return useMutation({
    mutationFn: (card: { creator: number; stage: number; owner?: number }) =>
      client.POST(`${base}/participations/`, {
        params: { path: { slug } },
        body: { campaign: campaignId, ...card },
      }),
    onSuccess: () => cache.poll(),
    onSettled: () => refreshParts(cache.queryClient, "participations", `campaigns/{id}`),
  });
}

/** What the page behind an address says of a person. */
export function useReadAddress() {
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: async (url: string) => {
      const { data } = await client.POST(`${base}/creators/from-url/`, {
        params: { path: { slug } },
        body: { url, confirm: false },
      });
      return data as Schemas["CreatorDraft"];
    },
  });
}

export function useMakeCreator() {
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (body: { url: string; name: string }) => {
      const { data } = await client.POST(`${base}/creators/from-url/`, {
        params: { path: { slug } },
        body: { ...body, confirm: true },
      });
      return data as Schemas["Creator"];
    },
    onSuccess: () => refreshParts(queryClient, "creators"),
  });
}
