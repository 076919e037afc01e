import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { announce } from "@/shared/ui/announce";
import { useToasts } from "@/shared/ui/toasts";
import { currentCard, useMoveCard, useUndoMove } from "../api";
import { type Card, type Column, isSamePlace, lostKinds, rankAfter } from "../model";

/** Moves of this board: at once, announced, with Undo, and with the question why a card is lost. */
export function useCardMoves(campaignId: number, columns: readonly Column[]) {
  const { t } = useLingui();
  const toasts = useToasts();
  const stageName = useStageName();
  const { mutate } = useMoveCard(campaignId);
  const undo = useUndoMove(campaignId);
  /** The card whose loss is to be explained. */
  const [lostId, setLostId] = useState<number | null>(null);

  const columnOf = (stage: number) => columns.find((column) => column.stage.id === stage);
  const nameOf = (stage: number) => {
    const column = columnOf(stage);
    return column ? stageName(column.stage) : "";
  };

  /** @param after id of the card above; `null` for the top of the column. */
  const move = (card: Card, to: number, after: number | null) => {
    const target = columnOf(to);
    if (!target || isSamePlace(target.cards, card, to, after)) return;
    const { id, creator_name: name } = card;
    const stage = nameOf(to);
    const isLost = lostKinds.includes(target.stage.kind);
    setLostId(null);
    mutate(
      { card, to, after, rank: rankAfter(target.cards, id, after) },
      {
        onSuccess: ({ data }) => {
          if (!data) return;
          announce(t`${name} is now in ${stage}.`);
          if (card.stage === to) return;
          if (isLost) setLostId(id);
          toasts.undoable(t`${name} is now in ${stage}.`, () => takeBack(id, name, data.move));
        },
        onError: (error) => {
          const now = currentCard(error);
          const place = now ? nameOf(now.stage) : "";
          const message = place ? t`${name} was not moved: it is in ${place}` : t`${name} was not moved`;
          announce(message);
          toasts.failed(message, error);
        },
      },
    );
  };

  const takeBack = (id: number, name: string, moveId: number) => {
    setLostId((asked) => (asked === id ? null : asked));
    undo.mutate(
      { id, move: moveId },
      {
        onSuccess: () => announce(t`${name} is back where it was.`),
        onError: (error) => toasts.failed(t`The move of ${name} was not undone`, error),
      },
    );
  };

  return { move, lostId, forgetLost: () => setLostId(null) };
}
