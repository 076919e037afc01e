import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { isAtLeast, meQuery } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useStable } from "@/shared/hooks/use-stable";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { type Column, columnWith, inBoardOrder } from "../columns";
import { type Board, type Card, matches } from "../model";
import { cardAbove } from "../placing";
import classes from "./board.module.css";
import type { BulkKind } from "./board-bulk-bar";
import { BoardColumns } from "./board-columns";
import { BoardEmpty, BoardNothingMatches } from "./board-empty";
import { BoardFilterBar } from "./board-filters";
import type { BoardSearch } from "./board-page";
import { CardOverlay } from "./card-overlay";
import { CardSheet } from "./card-sheet";
import { LostQuestion } from "./lost-question";
import type { Owner } from "./owner-choice";
import { QuickAdd } from "./quick-add";
import { StageTabs } from "./stage-tabs";
import { useBoardDrop } from "./use-board-drop";
import { type Focus, type OpenKind, useBoardKeys } from "./use-board-keys";
import { useBoardSelection } from "./use-board-selection";
import { useCardChanges } from "./use-card-changes";
import { useCardMoves } from "./use-card-moves";
import { useCollapsed } from "./use-collapsed";
import { useColumns } from "./use-columns";
import { useKeptFocus } from "./use-kept-focus";

const BoardBulkBar = lazy(() => import("./board-bulk-bar"));

interface BoardViewProps {
  campaignId: number;
  board: Board;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
  onDragging: (isDragging: boolean) => void;
}

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
  const [focus, setFocus] = useState<Focus | null>(null);
  const [opened, setOpened] = useState<{ id: number; kind: OpenKind } | null>(null);
  const [bulkOpen, setBulkOpen] = useState<BulkKind | null>(null);
  const [addTo, setAddTo] = useState<Column | null>(null);
  const [folded, toggleFolded] = useCollapsed();

  const { q, owner, late, group = "stage" } = search;
  const shows = useMemo(() => matches({ q, owner, late }, me, today), [q, owner, late, me, today]);
  const { stages, columns } = useColumns(board, group, shows);
  // What is folded away is neither walked nor selected.
  const walked = useMemo(
    () => columns.map((column) => (!isPhone && folded.has(column.key) ? { ...column, cards: [] } : column)),
    [columns, folded, isPhone],
  );
  const moves = useCardMoves(campaignId, stages);
  const changes = useCardChanges(campaignId);
  const selection = useBoardSelection(walked);

  /** Cards that go together with this one. */
  const together = (card: Card): Card[] =>
    selection.ids.has(card.id) ? [...selection.cards].sort(inBoardOrder(board)) : [card];
  /** What was done to many is done: keys go on from the first of them. */
  const leaveMany = ([first, second]: readonly Card[]) => {
    if (!first || !second) return;
    selection.clear();
    setFocus({ id: first.id });
  };
  const place = (cards: readonly Card[], column: Column, after: number | null) => {
    moves.place(cards, column, after);
    leaveMany(cards);
  };
  const assign = (cards: readonly Card[], to: Owner) => {
    changes.assign(cards, to);
    leaveMany(cards);
  };
  const draggedId = useBoardDrop(scroller, onDragging, ({ id, column: key, target }) => {
    const card = board.cards.get(id);
    const column = columns.find((each) => each.key === key);
    if (!card || !column) return;
    const cards = together(card);
    if (column.stage)
      place(cards, column, cardAbove(column.cards, new Set(cards.map((each) => each.id)), target));
    else assign(cards, column.id ? { id: column.id, name: column.owner ?? "" } : null);
  });

  const shownCount = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  const firstId = walked.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null;
  const tabbableId = activeId !== null && columnWith(walked, activeId) ? activeId : firstId;
  const phoneColumn = columns.find(({ id }) => id === search.stage) ?? columns[0];
  const lost = moves.lost.flatMap((id) => board.cards.get(id) ?? []);
  const openCard = board.cards.get(opened?.id ?? 0);
  const onFocus = useCallback((id: number) => {
    setActiveId(id);
    setFocus(null);
  }, []);
  const openMenu = useCallback((id: number) => setOpened({ id, kind: "menu" }), []);
  const onGroup = (by: "stage" | "owner") =>
    onSearch({ group: by === "owner" ? by : undefined, stage: undefined });

  useBoardKeys({
    columns: walked,
    tabbableId,
    mayEdit,
    selection,
    onFocus: (id) => setFocus({ id }),
    onOpen: (id, kind) => setOpened({ id, kind }),
    onOpenMany: setBulkOpen,
    onAdd: (column) => setAddTo(column ?? columns[0] ?? null),
    onGroup,
  });

  useKeptFocus(scroller, walked, (id) => {
    const next = columnWith(walked, id) ? id : tabbableId;
    if (next !== null) setFocus({ id: next });
  });

  const closeCard = (id: number) => {
    setFocus({ id });
    setOpened(null);
  };
  const closeLost = () => {
    if (lost.length === 1 && lost[0]) setFocus({ id: lost[0].id });
    moves.forgetLost();
  };
  const question = lost.length > 0 && (
    <LostQuestion
      cards={lost}
      isPhone={isPhone}
      onAnswer={(reason) => changes.setReason(lost, reason)}
      onClose={closeLost}
    />
  );
  const isAskedOnCard = lost.length === 1 && !isPhone;
  const overlay =
    openCard && opened ? (
      <CardOverlay
        card={openCard}
        kind={opened.kind}
        stages={stages}
        hasOrder={group === "stage"}
        isSelected={selection.ids.has(openCard.id)}
        onPlace={(card, column, after) => {
          place([card], column, after);
          setFocus({ id: card.id, column: group === "stage" ? column.key : undefined });
        }}
        onOwner={(card, to) => {
          assign([card], to);
          setFocus({ id: card.id, column: group === "owner" ? `owner-${to?.id ?? 0}` : undefined });
        }}
        onNext={changes.setNext}
        onSelect={(id) => selection.toggle(id, false)}
        onOther={(kind) => setOpened({ id: openCard.id, kind })}
        onClose={() => closeCard(openCard.id)}
      />
    ) : (
      isAskedOnCard && question
    );

  return (
    <>
      <BoardFilterBar filters={search} onFilters={onSearch} grouping={group} onGroup={onGroup} />
      {isPhone && phoneColumn && (
        <StageTabs columns={columns} selected={phoneColumn.id} onSelect={(stage) => onSearch({ stage })} />
      )}
      {board.cards.size === 0 ? (
        <BoardEmpty onAdd={mayEdit ? () => setAddTo(columns[0] ?? null) : undefined} />
      ) : (
        shownCount === 0 && (
          <BoardNothingMatches
            onClear={() => onSearch({ q: undefined, owner: undefined, late: undefined })}
          />
        )
      )}
      <div ref={scroller} className={classes.board} hidden={shownCount === 0}>
        <BoardColumns
          scroller={scroller}
          columns={isPhone ? columns.filter((column) => column === phoneColumn) : columns}
          board={board}
          grouping={group}
          folded={folded}
          onFold={isPhone ? undefined : toggleFolded}
          today={today}
          mayEdit={mayEdit}
          activeId={tabbableId}
          draggedId={draggedId}
          selection={selection}
          focus={focus}
          openId={openCard?.id ?? (isAskedOnCard ? (lost[0]?.id ?? null) : null)}
          open={overlay || null}
          onFocus={onFocus}
          onMenu={openMenu}
          onSelect={useStable(selection.toggle)}
          onAdd={setAddTo}
        />
      </div>
      {!isAskedOnCard && question}
      {mayEdit && selection.cards.length > 0 && (
        <Suspense fallback={null}>
          <BoardBulkBar
            cards={selection.cards}
            stages={stages}
            open={bulkOpen}
            onOpen={setBulkOpen}
            onPlace={(column) => place([...selection.cards].sort(inBoardOrder(board)), column, null)}
            onOwner={(to) => assign(selection.cards, to)}
            onTakeOut={() => {
              changes.takeOut(selection.cards);
              selection.clear();
            }}
            onClear={selection.clear}
          />
        </Suspense>
      )}
      {addTo && board.stages[0] && (
        <QuickAdd
          campaignId={campaignId}
          stage={addTo.stage ?? board.stages[0]}
          owner={addTo.owner === undefined ? undefined : { id: addTo.id, name: addTo.owner }}
          present={new Set([...board.cards.values()].map(({ creator }) => creator))}
          onClose={() => setAddTo(null)}
        />
      )}
      {search.card && (
        <CardSheet
          campaignId={campaignId}
          cardId={search.card}
          stages={board.stages}
          neighbours={columnWith(columns, search.card)?.cards.map(({ id }) => id) ?? []}
          onOpen={(id) => onSearch({ card: id })}
          onMove={(stage) => {
            const card = board.cards.get(search.card ?? 0);
            const column = stages.find(({ id }) => id === stage);
            if (card && column) place([card], column, null);
          }}
          onTakeOut={() => {
            const card = board.cards.get(search.card ?? 0);
            if (card) changes.takeOut([card]);
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
