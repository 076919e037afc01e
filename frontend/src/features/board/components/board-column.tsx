import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconChevronsLeft, IconPlus } from "@tabler/icons-react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { keysOf } from "@/shared/commands/catalogue";
import { useKeyWords } from "@/shared/commands/use-key-words";
import { useFormat } from "@/shared/format/use-format";
import type { Column } from "../columns";
import type { BoardStage } from "../model";
import classes from "./board.module.css";
import { BoardCard } from "./board-card";
import { useColumnDrop } from "./use-board-drop";
import { useColumnName } from "./use-column-name";

/** Height of a card and the gap below it. */
const cardStep = 88;
/** Below this many cards all are drawn: find-in-page and printing see them. */
const virtualFrom = 12;

interface BoardColumnProps {
  column: Column;
  stages: ReadonlyMap<number, BoardStage>;
  today: string;
  isRunning: boolean;
  /** Out of sight: only the head is drawn. */
  isHidden: boolean;
  mayEdit: boolean;
  activeId: number | null;
  draggedId: number | null;
  /** Cards selected here. */
  selected: ReadonlySet<number>;
  /** Whether the cards selected are in hand. */
  isCarrying: boolean;
  /** Card to scroll to and focus. */
  focusId: number | null;
  /** Card with something open on it, and what. */
  openId: number | null;
  open: ReactNode;
  onFocus: (id: number) => void;
  onMenu: (id: number) => void;
  onSelect: (id: number, extend: boolean) => void;
  inHand: (id: number) => string | null;
  onAdd: (column: Column) => void;
  /** Absent where one column shows at a time. */
  onFold?: (key: string) => void;
}

export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, stages, isHidden, mayEdit, activeId, draggedId, selected, focusId, openId, onFold } = props;
  const { cards, count, stage } = column;
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = useColumnName();
  const { textOf } = useKeyWords();
  const element = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isOver = useColumnDrop(element, scroller, column.key);
  const keep = [activeId, draggedId, focusId, openId].map((id) => cards.findIndex((card) => card.id === id));
  const isVirtual = cards.length >= virtualFrom;
  const virtualizer = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardStep,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 1,
    enabled: isVirtual && !isHidden,
    // The browser follows a drag, and the focus, by their element: it stays, however far one scrolls.
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
  const name = nameOf(column);
  return (
    <section ref={element} className={classes.column} aria-label={name} data-over={isOver || undefined}>
      <header className={classes.head}>
        {stage && (
          <span
            className={classes.dot}
            style={{ background: `var(--mantine-color-${stage.colour || "gray"}-6)` }}
          />
        )}
        <h2 className={classes.label}>{name}</h2>
        <span className={classes.count}>
          {cards.length === count ? format.number(count) : t`${cards.length} of ${count}`}
        </span>
        {column.fees !== null && <span className={classes.sum}>{format.money(column.fees)}</span>}
        <span className={classes.acts}>
          {onFold && (
            <ActionIcon
              size="sm"
              aria-label={t`Fold ${name}`}
              title={t`Fold ${name}`}
              aria-expanded
              onClick={() => onFold(column.key)}
            >
              <IconChevronsLeft size={16} aria-hidden />
            </ActionIcon>
          )}
          {mayEdit && (
            <ActionIcon
              size="sm"
              aria-label={t`Add a creator to ${name}`}
              title={`${t`Add a creator to ${name}`} (${textOf(keysOf("board.add")[0] ?? "")})`}
              onClick={() => props.onAdd(column)}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          )}
        </span>
      </header>
      <div ref={scroller} className={classes.scroller}>
        <ul className={classes.list} aria-label={name} style={{ height: cards.length * cardStep }}>
          {shown.map((index) => {
            const card = cards[index];
            if (!card) return null;
            const isSelected = selected.has(card.id);
            return (
              <li
                key={card.id}
                className={classes.place}
                style={{ transform: `translateY(${index * cardStep}px)` }}
              >
                <BoardCard
                  card={card}
                  stage={stages.get(card.stage)}
                  showsStage={!stage}
                  today={props.today}
                  isRunning={props.isRunning}
                  mayMove={mayEdit}
                  isActive={card.id === activeId}
                  isSelected={isSelected}
                  isCarried={isSelected && props.isCarrying}
                  onFocus={props.onFocus}
                  onMenu={props.onMenu}
                  onSelect={props.onSelect}
                  inHand={props.inHand}
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
