import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { announce } from "@/shared/ui/announce";
import { useToasts } from "@/shared/ui/toasts";
import { useChangeCards, useRemoveCards } from "../bulk-api";
import type { Card } from "../model";
import type { NextAction } from "./next-action-form";
import type { Owner } from "./owner-choice";
import { useRefusals } from "./use-refusals";

/** Who looks after cards, why they are lost, and taking them out: one or many, at once, announced, with Undo. */
export function useCardChanges(campaignId: number) {
  const { t } = useLingui();
  const toasts = useToasts();
  const withRefusals = useRefusals();
  const { mutateAsync: change } = useChangeCards(campaignId);
  const { remove, restore } = useRemoveCards(campaignId);
  const failed = (message: string, cards: readonly Card[]) => (error: unknown) =>
    toasts.failed(withRefusals(message, error, cards), error);
  const subject = (cards: readonly Card[]) => {
    const count = cards.length;
    return count === 1
      ? (cards[0]?.creator_name ?? "")
      : t`${plural(count, { one: "# card", other: "# cards" })}`;
  };

  const setOwners = (
    cards: readonly Card[],
    ownerOf: (card: Card) => { id: number | null; name: string | null },
  ) =>
    change({
      cards,
      change: (card) => ({ owner: ownerOf(card).id }),
      show: (card) => ({ owner: ownerOf(card).id, owner_name: ownerOf(card).name }),
    });

  const assign = (cards: readonly Card[], owner: Owner) => {
    const changing = cards.filter((card) => card.owner !== (owner?.id ?? null));
    if (changing.length === 0) return;
    const who = subject(changing);
    const name = owner?.name ?? "";
    setOwners(changing, () => ({ id: owner?.id ?? null, name: owner?.name ?? null }))
      .then(() => {
        const said = owner ? t`${name} now looks after: ${who}.` : t`Nobody looks after: ${who}.`;
        announce(said);
        toasts.undoable(said, () => {
          setOwners(changing, (card) => ({ id: card.owner, name: card.owner_name })).catch(
            failed(t`This could not be undone`, changing),
          );
        });
      })
      .catch(failed(t`Nobody was given a card`, changing));
  };

  /** Fails when it is refused, so that the form can say why. */
  const setNext = async (card: Card, next: NextAction) => {
    if (next.next_action === card.next_action && next.next_action_on === card.next_action_on) return;
    const set = (values: NextAction) => change({ cards: [card], change: () => values, show: () => values });
    await set(next);
    const name = card.creator_name;
    const said = t`The next action of ${name} is written.`;
    announce(said);
    const { next_action, next_action_on } = card;
    toasts.undoable(said, () => {
      set({ next_action, next_action_on }).catch(failed(t`This could not be undone`, [card]));
    });
  };

  const setReason = (cards: readonly Card[], lost_reason: Card["lost_reason"]) => {
    change({ cards, change: () => ({ lost_reason }), show: () => ({ lost_reason }) }).catch(
      failed(t`The reason was not saved`, cards),
    );
  };

  const takeOut = (cards: readonly Card[]) => {
    const who = subject(cards);
    // A promise, since the bar that asked is gone by the time it is answered.
    remove
      .mutateAsync(cards)
      .then(() => {
        const said = t`Taken out of the campaign: ${who}.`;
        announce(said);
        toasts.undoable(said, () => {
          restore
            .mutateAsync(cards.map(({ id }) => id))
            .catch(failed(t`The cards were not brought back`, cards));
        });
      })
      .catch(failed(t`Nobody was taken out`, cards));
  };
  return { assign, setNext, setReason, takeOut };
}
