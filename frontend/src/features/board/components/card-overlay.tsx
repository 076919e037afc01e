import type { Card, Column } from "../model";
import { LostQuestion } from "./lost-question";
import { MoveMenu } from "./move-menu";

interface CardOverlayProps {
  campaignId: number;
  card: Card;
  columns: readonly Column[];
  /** The move menu; else the question why the card was lost. */
  isMenu: boolean;
  isPhone: boolean;
  onMove: (card: Card, stage: number, after: number | null) => void;
  onClose: () => void;
}

/** What is open on one card; it stands in the place of the card's button. */
export function CardOverlay({
  campaignId,
  card,
  columns,
  isMenu,
  isPhone,
  onMove,
  onClose,
}: CardOverlayProps) {
  if (!isMenu)
    return <LostQuestion campaignId={campaignId} card={card} isPhone={isPhone} onClose={onClose} />;
  const cards = columns.find(({ stage }) => stage.id === card.stage)?.cards ?? [];
  const place = cards.findIndex(({ id }) => id === card.id);
  const moveAfter = (above: number) => {
    onClose();
    onMove(card, card.stage, cards[above]?.id ?? null);
  };
  return (
    <MoveMenu
      card={card}
      stages={columns.map(({ stage }) => stage)}
      canGoUp={place > 0}
      canGoDown={place < cards.length - 1}
      onStage={(stage) => {
        onClose();
        onMove(card, stage, null);
      }}
      onUp={() => moveAfter(place - 2)}
      onDown={() => moveAfter(place + 1)}
      onClose={onClose}
    />
  );
}
