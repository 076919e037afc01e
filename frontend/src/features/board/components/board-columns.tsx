import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { type ReactNode, type RefObject, useMemo } from "react";
import { useStable } from "@/shared/hooks/use-stable";
import type { Column, Grouping } from "../columns";
import type { Board } from "../model";
import { BoardColumn } from "./board-column";
import { FoldedColumn } from "./folded-column";
import type { Focus } from "./use-board-keys";
import type { BoardSelection } from "./use-board-selection";
import { useColumnsInView } from "./use-columns-in-view";

interface BoardColumnsProps {
  scroller: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  board: Board;
  grouping: Grouping;
  folded: ReadonlySet<string>;
  /** Folds a column away, or opens it; absent where one shows at a time. */
  onFold?: (key: string) => void;
  today: string;
  mayEdit: boolean;
  activeId: number | null;
  draggedId: number | null;
  selection: BoardSelection;
  focus: Focus | null;
  openId: number | null;
  open: ReactNode;
  onFocus: (id: number) => void;
  onMenu: (id: number) => void;
  onSelect: (id: number, extend: boolean) => void;
  onAdd: (column: Column) => void;
}

const nothing: ReadonlySet<number> = new Set();

/** The columns side by side; each is told only what concerns its own cards, so that the others need not be drawn again. */
export function BoardColumns(props: BoardColumnsProps) {
  const { scroller, columns, board, grouping, folded, selection, focus } = props;
  const { t } = useLingui();
  const isFolded = (column: Column) => props.onFold !== undefined && folded.has(column.key);
  const inView = useColumnsInView(scroller, columns.map(isFolded));
  const stages = useMemo(() => new Map(board.stages.map((stage) => [stage.id, stage])), [board.stages]);
  const onFold = useStable((key: string) => props.onFold?.(key));
  const inHand = useStable((id: number) => {
    const count = selection.cards.length;
    return count > 1 && selection.ids.has(id)
      ? t`${plural(count, { one: "# card", other: "# cards" })}`
      : null;
  });
  const columnOf = (id: number): number | undefined => {
    const card = board.cards.get(id);
    return card && (grouping === "stage" ? card.stage : (card.owner ?? 0));
  };
  return columns.map((column, index) => {
    if (isFolded(column)) return <FoldedColumn key={column.key} column={column} onUnfold={onFold} />;
    const ifHere = (id: number | null | undefined) => (id != null && columnOf(id) === column.id ? id : null);
    const openId = ifHere(props.openId);
    const draggedId = ifHere(props.draggedId);
    // A card on its way is focused where it arrives, not where it leaves.
    const focusId = focus && (focus.column ?? column.key) === column.key ? ifHere(focus.id) : null;
    const isNeeded = openId !== null || draggedId !== null || focusId !== null;
    const hasSelected = column.cards.some(({ id }) => selection.ids.has(id));
    return (
      <BoardColumn
        key={column.key}
        column={column}
        stages={stages}
        today={props.today}
        isRunning={board.campaign.state !== "closed" && !board.campaign.is_archived}
        isHidden={props.onFold !== undefined && !isNeeded && !inView.has(index)}
        mayEdit={props.mayEdit}
        activeId={ifHere(props.activeId)}
        draggedId={draggedId}
        selected={hasSelected ? selection.ids : nothing}
        isCarrying={props.draggedId !== null && selection.ids.has(props.draggedId)}
        focusId={focusId}
        openId={openId}
        open={openId === null ? null : props.open}
        onFocus={props.onFocus}
        onMenu={props.onMenu}
        onSelect={props.onSelect}
        inHand={inHand}
        onAdd={props.onAdd}
        onFold={props.onFold && onFold}
      />
    );
  });
}
