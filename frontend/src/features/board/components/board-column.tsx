import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useStageName } from "@/shared/hooks/use-stage-name";
import type { BoardStage, Card } from "../model";
import classes from "./board.module.css";
import { BoardCard } from "./board-card";
import { useColumnDrop } from "./use-board-drop";

/** Height of a card and the gap below it. */
const cardStep = 88;
/** Below this many cards all are drawn: find-in-page and printing see them. */
const virtualFrom = 12;

interface BoardColumnProps {
  stage: BoardStage;
  cards: Card[];
  count: number;
  fees: string | null;
  today: string;
  /** Out of sight: only the head is drawn. */
  isHidden: boolean;
  mayEdit: boolean;
  activeId: number | null;
  draggedId: number | null;
  /** Card to scroll to and focus. */
  focusId: number | null;
  /** Card with something open on it, and what. */
  openId: number | null;
  open: ReactNode;
  onFocus: (id: number) => void;
  onMenu: (id: number) => void;
  onAdd: (stage: BoardStage) => void;
}

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { stage, cards, count, isHidden, mayEdit, activeId, draggedId, focusId, openId } = props;
  const { t } = useLingui();
  const format = useFormat();
  const stageName = useStageName();
  const column = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isOver = useColumnDrop(column, scroller, stage.id);
  const keep = [draggedId, focusId, openId].map((id) => cards.findIndex((card) => card.id === id));
  const isVirtual = cards.length >= virtualFrom;
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardStep,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 1,
    enabled: isVirtual && !isHidden,
    // The browser follows a drag by its element: it stays, however far one scrolls.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...keep.filter((index) => index >= 0)])].sort(
        (a, b) => a - b,
      ),
  });
  const hasFocus = cards.some(({ id }) => id === focusId);
  const onFocus = useEffectEvent(props.onFocus);
  useEffect(() => {
    if (!hasFocus || focusId === null) return;
    const link = scroller.current?.querySelector<HTMLElement>(`[data-card="${focusId}"]`);
    if (!link) return;
    link.closest("li")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    link.focus({ preventScroll: true });
    onFocus(focusId);
  }, [focusId, hasFocus]);

  const shown = isHidden
    ? []
    : isVirtual
      ? virtualizer.getVirtualItems().map(({ index }) => index)
      : cards.map((_, index) => index);
  const name = stageName(stage);
  return (
    <section ref={column} className={classes.column} aria-label={name} data-over={isOver || undefined}>
      <header className={classes.head}>
        <span
          className={classes.dot}
          style={{ background: `var(--mantine-color-${stage.colour || "gray"}-6)` }}
        />
        <h2 className={classes.label}>{name}</h2>
        <span className={classes.count}>
          {cards.length === count ? format.number(count) : t`${cards.length} of ${count}`}
        </span>
        {props.fees !== null && <span className={classes.sum}>{format.money(props.fees)}</span>}
        {mayEdit && (
          <ActionIcon size="sm" aria-label={t`Add a creator to ${name}`} onClick={() => props.onAdd(stage)}>
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <div ref={scroller} className={classes.scroller}>
        <ul className={classes.list} aria-label={name} style={{ height: cards.length * cardStep }}>
          {shown.map((index) => {
            const card = cards[index];
            if (!card) return null;
            return (
              <li
                key={card.id}
                className={classes.place}
                style={{ transform: `translateY(${index * cardStep}px)` }}
              >
                <BoardCard
                  card={card}
                  today={props.today}
                  mayMove={mayEdit}
                  isActive={card.id === activeId}
                  onFocus={props.onFocus}
                  onMenu={props.onMenu}
                  menu={card.id === openId ? props.open : undefined}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
});
