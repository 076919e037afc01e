import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";
import type { Column } from "../columns";
import type { Card } from "../model";
import { CardPopover } from "./card-popover";
import { MoveMenu } from "./move-menu";
import type { NextAction } from "./next-action-form";
import type { Owner } from "./owner-choice";
import type { OpenKind } from "./use-board-keys";

// Asked for by a key or a click.
const OwnerChoice = lazy(() => import("./owner-choice"));
const NextActionForm = lazy(() => import("./next-action-form"));

interface CardOverlayProps {
  card: Card;
  kind: OpenKind;
  /** The columns of the stages, also while the board shows others. */
  stages: readonly Column[];
  /** Cards are grouped by stage: they have an order of their own. */
  hasOrder: boolean;
  isSelected: boolean;
  onPlace: (card: Card, column: Column, after: number | null) => void;
  onOwner: (card: Card, owner: Owner) => void;
  onNext: (card: Card, next: NextAction) => Promise<unknown>;
  onSelect: (id: number) => void;
  onOther: (kind: OpenKind) => void;
  onClose: () => void;
}

/** What is open on one card; it stands in the place of the card's button. */
export function CardOverlay(props: CardOverlayProps) {
  const { card, kind, stages, hasOrder, isSelected, onPlace, onOwner, onNext, onSelect, onOther, onClose } =
    props;
  const { t } = useLingui();
  const name = card.creator_name;
  // Around the popover, not in it: it takes the focus to what it holds, which must be there by then.
  if (kind === "owner")
    return (
      <Suspense fallback={null}>
        <CardPopover name={name} label={t`Who looks after it?`} width={280} padding={0} onClose={onClose}>
          <OwnerChoice
            current={card.owner}
            onChoose={(owner) => {
              onClose();
              onOwner(card, owner);
            }}
          />
        </CardPopover>
      </Suspense>
    );
  if (kind === "next")
    return (
      <Suspense fallback={null}>
        <CardPopover name={name} label={t`Next action of ${name}`} width={300} onClose={onClose}>
          <NextActionForm card={card} onSave={(next) => onNext(card, next)} onClose={onClose} />
        </CardPopover>
      </Suspense>
    );
  const column = stages.find(({ id }) => id === card.stage);
  const cards = column?.cards ?? [];
  const place = cards.findIndex(({ id }) => id === card.id);
  const moveAfter = (above: number) => () => {
    onClose();
    if (column) onPlace(card, column, cards[above]?.id ?? null);
  };
  return (
    <MoveMenu
      card={card}
      stages={stages.flatMap(({ stage }) => stage ?? [])}
      isSelected={isSelected}
      canGoUp={place > 0}
      canGoDown={place < cards.length - 1}
      onStage={(stage) => {
        const target = stages.find(({ id }) => id === stage);
        onClose();
        if (target) onPlace(card, target, null);
      }}
      onUp={hasOrder ? moveAfter(place - 2) : undefined}
      onDown={hasOrder ? moveAfter(place + 1) : undefined}
      onOther={onOther}
      onSelect={() => {
        onClose();
        onSelect(card.id);
      }}
      onClose={onClose}
    />
  );
}
