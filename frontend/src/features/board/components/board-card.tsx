import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode, useRef } from "react";
import { keysOf } from "@/shared/commands/catalogue";
import { useKeyWords } from "@/shared/commands/use-key-words";
import { useFormat } from "@/shared/format/use-format";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { Avatar } from "@/shared/ui/avatar";
import { initials } from "@/shared/ui/initials";
import { type BoardStage, type Card, isLate, staleDays } from "../model";
import classes from "./board-card.module.css";
import { useCardDrag } from "./use-card-drag";

interface BoardCardProps {
  card: Card;
  stage: BoardStage | undefined;
  /** Say its stage rather than its numbers and whose it is: the column says whose. */
  showsStage: boolean;
  today: string;
  /** The campaign goes on: what stands still is worth a look. */
  isRunning: boolean;
  mayMove: boolean;
  /** The one card that Tab reaches; arrows lead to the others. */
  isActive: boolean;
  isSelected: boolean;
  /** In hand together with the card that is dragged. */
  isCarried: boolean;
  onFocus: (id: number) => void;
  onMenu: (id: number) => void;
  onSelect: (id: number, extend: boolean) => void;
  /** What is in hand when this card is taken, in words, when it is more than the card. */
  inHand: (id: number) => string | null;
  /** The menu or the question that is open on this card. */
  menu?: ReactNode;
}

/** One creator in the campaign, in three lines. Few elements: a board shows dozens of these. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const {
    card,
    stage,
    showsStage,
    today,
    isRunning,
    mayMove,
    isActive,
    isSelected,
    onFocus,
    onMenu,
    onSelect,
    menu,
  } = props;
  const { t } = useLingui();
  const format = useFormat();
  const stageName = useStageName();
  const { textOf } = useKeyWords();
  const element = useRef<HTMLDivElement>(null);
  const { isDragging, edge } = useCardDrag(element, {
    id: card.id,
    mayDrag: mayMove,
    hasOrder: !showsStage,
    inHand: () => props.inHand(card.id),
  });
  const { creator_name: name, owner_name } = card;
  const late = isLate(card, today);
  const date = format.shortDate(card.next_action_on);
  const stale = isRunning && stage ? staleDays(card, stage.kind, today) : null;
  const days = format.number(stale);
  const numbers = [
    card.followers !== null && format.compact(card.followers),
    card.engagement_rate !== null && format.percent(card.engagement_rate),
  ].filter(Boolean);
  const tabIndex = isActive ? 0 : -1;
  const moveKeys = textOf(keysOf("card.move")[0] ?? "");
  return (
    <div
      ref={element}
      className={classes.card}
      data-card-of={card.id}
      data-selected={isSelected || undefined}
      data-stale={stale !== null || undefined}
      data-dragging={isDragging || props.isCarried || undefined}
      data-edge={edge ?? undefined}
    >
      <Avatar name={name} platform={card.main_platform} size={30} />
      <Link
        to="."
        search={(old) => ({ ...old, card: card.id })}
        className={classes.name}
        data-card={card.id}
        tabIndex={tabIndex}
        draggable={false}
        onFocus={() => onFocus(card.id)}
      >
        {name}
      </Link>
      {mayMove && (
        <input
          type="checkbox"
          className={classes.pick}
          aria-label={t`Select ${name}`}
          title={t`Select ${name}`}
          tabIndex={tabIndex}
          checked={isSelected}
          // `change` does not know whether shift is held; `click` does.
          onChange={() => {}}
          onClick={(event) => onSelect(card.id, event.shiftKey)}
        />
      )}
      {mayMove &&
        (menu ?? (
          <button
            type="button"
            className={classes.menu}
            aria-label={t`Move ${name} to…`}
            title={`${t`Move ${name} to…`} (${moveKeys})`}
            aria-haspopup="menu"
            tabIndex={tabIndex}
            onClick={() => onMenu(card.id)}
          />
        ))}
      <span className={classes.numbers}>
        {showsStage ? stage && stageName(stage) : numbers.length > 0 ? numbers.join(" · ") : card.main_handle}
        {stale !== null && (
          <span className={classes.stale} title={t`In this stage for ${days} days`}>
            {t`${days} d`}
          </span>
        )}
      </span>
      <span className={classes.fee}>{card.fee_amount !== null && format.money(card.fee_amount)}</span>
      <span
        className={classes.action}
        data-none={!card.next_action || undefined}
        title={card.next_action || undefined}
      >
        {card.next_action_on && (
          <time dateTime={card.next_action_on} data-late={late || undefined}>
            {late ? t`Late, ${date}` : date}
          </time>
        )}
        {card.next_action ? ` ${card.next_action}` : !card.next_action_on && t`No next action`}
      </span>
      {!showsStage && owner_name && (
        <span className={classes.owner} role="img" aria-label={t`Owner: ${owner_name}`} title={owner_name}>
          {initials(owner_name)}
        </span>
      )}
    </div>
  );
});
