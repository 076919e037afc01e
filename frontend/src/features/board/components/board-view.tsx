import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from "react";
import { isAtLeast, meQuery } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { type Board, type BoardStage, cardAbove, columnsOf, matches, neighbour } from "../model";
import classes from "./board.module.css";
import { BoardColumn } from "./board-column";
import { BoardEmpty, BoardNothingMatches } from "./board-empty";
import { BoardFilterBar } from "./board-filters";
import type { BoardSearch } from "./board-page";
import { CardOverlay } from "./card-overlay";
import { CardSheet } from "./card-sheet";
import { QuickAdd } from "./quick-add";
import { StageTabs } from "./stage-tabs";
import { useBoardDrop } from "./use-board-drop";
import { useCardMoves } from "./use-card-moves";
import { useColumnsInView } from "./use-columns-in-view";

interface BoardViewProps {
  campaignId: number;
  board: Board;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
  onDragging: (isDragging: boolean) => void;
}

const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" } as const;

/** The board once it is loaded: columns, and what can be open on top of them. */
export function BoardView({ campaignId, board, search, onSearch, onDragging }: BoardViewProps) {
  const { role } = useWorkspace();
  const format = useFormat();
  const me = useQuery(meQuery()).data?.id ?? 0;
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const mayEdit = isAtLeast(role, "editor");
  const today = format.today();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<number | null>(null);
  const [focus, setFocus] = useState<{ id: number; stage?: number } | null>(null);
  const [menuId, setMenuId] = useState<number | null>(null);
  const [addTo, setAddTo] = useState<BoardStage | null>(null);
  const onFocus = useCallback((id: number) => {
    setActiveId(id);
    setFocus(null);
  }, []);

  const { q, owner, late } = search;
  const columns = useMemo(
    () => columnsOf(board, matches({ q, owner, late }, me, today)),
    [board, q, owner, late, me, today],
  );
  const moves = useCardMoves(campaignId, columns);
  const inView = useColumnsInView(scroller, columns.length);
  const draggedId = useBoardDrop(scroller, onDragging, ({ id, stage, target }) => {
    const card = board.cards.get(id);
    const column = columns.find((each) => each.stage.id === stage);
    if (card && column) moves.move(card, stage, cardAbove(column.cards, id, target));
  });

  const shownCount = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const firstId = columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null;
  const tabbableId = activeId !== null && board.cards.has(activeId) ? activeId : firstId;
  const phoneStage = columns.find(({ stage }) => stage.id === search.stage)?.stage ?? board.stages[0];
  const opened = board.cards.get(menuId ?? moves.lostId ?? 0);
  const overlay = opened && (
    <CardOverlay
      campaignId={campaignId}
      card={opened}
      columns={columns}
      isMenu={menuId !== null}
      isPhone={isPhone}
      onMove={(card, stage, after) => {
        moves.move(card, stage, after);
        setFocus({ id: card.id, stage });
      }}
      onClose={() => {
        setFocus({ id: opened.id });
        setMenuId(null);
        if (menuId === null) moves.forgetLost();
      }}
    />
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = Number((event.target as HTMLElement).dataset.card);
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = arrows[event.key as keyof typeof arrows];
    const next = direction && neighbour(columns, id, direction);
    if (next) setFocus({ id: next.id });
    // After this key is over: a menu that opens during a key press takes it for its own.
    else if (event.key === "m" && mayEdit) setTimeout(setMenuId, 0, id);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <BoardFilterBar filters={search} onFilters={onSearch} />
      {isPhone && phoneStage && (
        <StageTabs columns={columns} selected={phoneStage.id} onSelect={(stage) => onSearch({ stage })} />
      )}
      {board.cards.size === 0 ? (
        <BoardEmpty onAdd={mayEdit ? () => setAddTo(board.stages[0] ?? null) : undefined} />
      ) : (
        shownCount === 0 && (
          <BoardNothingMatches
            onClear={() => onSearch({ q: undefined, owner: undefined, late: undefined })}
          />
        )
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the cards, which are links. */}
      <div ref={scroller} className={classes.board} onKeyDown={onKeyDown} hidden={shownCount === 0}>
        {columns.map((column, index) => {
          const { stage } = column;
          if (isPhone && stage.id !== phoneStage?.id) return null;
          const ifHere = (id: number | null | undefined) =>
            id != null && board.cards.get(id)?.stage === stage.id ? id : null;
          const openId = ifHere(opened?.id);
          // A card on its way is focused where it arrives, not where it leaves.
          const focusId = focus?.stage === undefined || focus.stage === stage.id ? ifHere(focus?.id) : null;
          const isNeeded = openId !== null || ifHere(draggedId) !== null || focusId !== null;
          return (
            <BoardColumn
              key={stage.id}
              {...column}
              today={today}
              isHidden={!isPhone && !isNeeded && !inView.has(index)}
              mayEdit={mayEdit}
              activeId={ifHere(tabbableId)}
              draggedId={ifHere(draggedId)}
              focusId={focusId}
              openId={openId}
              open={openId === null ? null : overlay}
              onFocus={onFocus}
              onMenu={setMenuId}
              onAdd={setAddTo}
            />
          );
        })}
      </div>
      {isPhone && opened && opened.stage !== phoneStage?.id && overlay}
      {addTo && (
        <QuickAdd
          campaignId={campaignId}
          stage={addTo}
          present={new Set([...board.cards.values()].map(({ creator }) => creator))}
          onClose={() => setAddTo(null)}
        />
      )}
      {search.card && (
        <CardSheet
          key={search.card}
          campaignId={campaignId}
          cardId={search.card}
          stages={board.stages}
          onMove={(stage) => {
            const card = board.cards.get(search.card ?? 0);
            if (card) moves.move(card, stage, null);
          }}
          onClose={() => {
            if (search.card) setFocus({ id: search.card });
            onSearch({ card: undefined });
          }}
        />
      )}
    </>
  );
}
