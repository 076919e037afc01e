import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { announce } from "@/shared/ui/announce";
import { useToasts } from "@/shared/ui/toasts";
import { currentCard, useMoveCard, useUndoMove } from "../api";
import { useMoveCards } from "../bulk-api";
import type { Column } from "../columns";
import { type Card, lostKinds } from "../model";
import { isSamePlace, ranksAfter } from "../placing";
import { useColumnName } from "./use-column-name";
import { useRefusals } from "./use-refusals";

/** Moves of this board: at once, announced, with Undo, and with the question why cards are lost. */
export function useCardMoves(campaignId: number, columns: readonly Column[]) {
  const { t } = useLingui();
  const toasts = useToasts();
  const nameOf = useColumnName();
  const withRefusals = useRefusals();
  const moveOne = useMoveCard(campaignId);
  const undoOne = useUndoMove(campaignId);
  const many = useMoveCards(campaignId);
  /** The cards whose loss is to be explained. */
  const [lost, setLost] = useState<readonly number[]>([]);

  const failed = (message: string, error: unknown) => {
    announce(message);
    toasts.failed(message, error);
  };

  const move = (card: Card, target: Column, after: number | null) => {
    const { id, creator_name: name } = card;
    const stage = nameOf(target);
    const [rank = ""] = ranksAfter(target.cards, after, 1);
    moveOne.mutate(
      { card, to: target.id, after, rank },
      {
        onSuccess: ({ data }) => {
          if (!data) return;
          announce(t`${name} is now in ${stage}.`);
          if (card.stage === target.id) return;
          askWhy(target, [id]);
          toasts.undoable(t`${name} is now in ${stage}.`, () => takeBack(id, name, data.move));
        },
        onError: (error) => {
          const now = columns.find((column) => column.stage?.id === currentCard(error)?.stage);
          const place = now ? nameOf(now) : "";
          failed(place ? t`${name} was not moved: it is in ${place}` : t`${name} was not moved`, error);
        },
      },
    );
  };

  const takeBack = (id: number, name: string, moveId: number) => {
    setLost([]);
    undoOne.mutate(
      { id, move: moveId },
      {
        onSuccess: () => announce(t`${name} is back where it was.`),
        onError: (error) => toasts.failed(t`The move of ${name} was not undone`, error),
      },
    );
  };

  const moveMany = (cards: readonly Card[], target: Column, after: number | null) => {
    const count = cards.length;
    const stage = nameOf(target);
    const ids = cards.map(({ id }) => id);
    many.move.mutate(
      { cards, to: target.id, after, column: target.cards },
      {
        onSuccess: ({ data }) => {
          if (!data) return;
          const said = t`${plural(count, { one: "# card is", other: "# cards are" })} now in ${stage}.`;
          announce(said);
          askWhy(target, ids);
          toasts.undoable(said, () => takeManyBack(data.moves));
        },
        onError: (error) => failed(withRefusals(t`No card was moved`, error, cards), error),
      },
    );
  };

  const takeManyBack = (moves: number[]) => {
    setLost([]);
    many.undo.mutate(moves, {
      onSuccess: () => announce(t`The cards are back where they were.`),
      onError: (error) => toasts.failed(t`The move was not undone`, error),
    });
  };

  const askWhy = (target: Column, ids: readonly number[]) => {
    if (target.stage && lostKinds.includes(target.stage.kind)) setLost(ids);
  };

  /** @param after id of the card above; `null` for the top of the column. */
  const place = (cards: readonly Card[], target: Column, after: number | null) => {
    const [first] = cards;
    if (!first || isSamePlace(target.cards, cards, after)) return;
    setLost([]);
    if (cards.length === 1) move(first, target, after);
    else moveMany(cards, target, after);
  };
  return { place, lost, forgetLost: () => setLost([]) };
}
