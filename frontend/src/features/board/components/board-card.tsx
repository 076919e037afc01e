import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode, useRef } from "react";
import { useFormat } from "@/shared/format/use-format";
import { Avatar } from "@/shared/ui/avatar";
import { initials } from "@/shared/ui/initials";
import { type Card, isLate } from "../model";
import classes from "./board-card.module.css";
import { useCardDrag } from "./use-card-drag";

interface BoardCardProps {
  card: Card;
  today: string;
  mayMove: boolean;
  /** The one card that Tab reaches; arrows lead to the others. */
  isActive: boolean;
  onFocus: (id: number) => void;
  onMenu: (id: number) => void;
  /** The menu or the question that is open on this card. */
  menu?: ReactNode;
}

/** One creator in the campaign, in three lines. Few elements: a board shows dozens of these. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, today, mayMove, isActive, onFocus, onMenu, menu } = props;
  const { t } = useLingui();
  const format = useFormat();
  const element = useRef<HTMLDivElement>(null);
  const { isDragging, edge } = useCardDrag(element, card.id, mayMove);
  const { creator_name: name, owner_name } = card;
  const late = isLate(card, today);
  const date = format.shortDate(card.next_action_on);
  const numbers = [
    card.followers !== null && format.compact(card.followers),
    card.engagement_rate !== null && format.percent(card.engagement_rate),
  ].filter(Boolean);
  return (
    <div
      ref={element}
      className={classes.card}
      data-dragging={isDragging || undefined}
      data-edge={edge ?? undefined}
    >
      <Avatar name={name} platform={card.main_platform} size={30} />
      <Link
        to="."
        search={(old) => ({ ...old, card: card.id })}
        className={classes.name}
        data-card={card.id}
        tabIndex={isActive ? 0 : -1}
        draggable={false}
        onFocus={() => onFocus(card.id)}
      >
        {name}
      </Link>
      {mayMove &&
        (menu ?? (
          <button
            type="button"
            className={classes.menu}
            aria-label={t`Move ${name} to…`}
            aria-haspopup="menu"
            tabIndex={isActive ? 0 : -1}
            onClick={() => onMenu(card.id)}
          />
        ))}
      <span className={classes.numbers}>{numbers.length > 0 ? numbers.join(" · ") : card.main_handle}</span>
      <span className={classes.fee}>{card.fee_amount !== null && format.money(card.fee_amount)}</span>
      <span className={classes.action} data-none={!card.next_action || undefined}>
        {card.next_action_on && (
          <time dateTime={card.next_action_on} data-late={late || undefined}>
            {late ? t`Late, ${date}` : date}
          </time>
        )}
        {card.next_action ? ` ${card.next_action}` : !card.next_action_on && t`No next action`}
      </span>
      {owner_name && (
        <span className={classes.owner} role="img" aria-label={t`Owner: ${owner_name}`} title={owner_name}>
          {initials(owner_name)}
        </span>
      )}
    </div>
  );
});
