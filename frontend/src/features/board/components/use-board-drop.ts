import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { autoScrollForElements } from "@atlaskit/pragmatic-drag-and-drop-auto-scroll/element";
import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

const isCard = ({ source }: { source: { data: Record<string | symbol, unknown> } }) =>
  source.data.kind === "card";

interface Drop {
  id: number;
  /** Key of the column. */
  column: string;
  /** The card it was dropped on; `null` on the free part of a column. */
  target: { id: number; edge: "top" | "bottom" } | null;
}

/** Follows drags over the whole board: scrolls it sideways, and says where a card was dropped. Returns the card in hand. */
export function useBoardDrop(
  board: RefObject<HTMLElement | null>,
  onDragging: (isDragging: boolean) => void,
  onDrop: (drop: Drop) => void,
): number | null {
  const [draggedId, setDraggedId] = useState<number | null>(null);
  const drop = useEffectEvent(onDrop);
  const hold = useEffectEvent((id: number | null) => {
    setDraggedId(id);
    onDragging(id !== null);
  });
  useEffect(() => {
    const element = board.current;
    if (!element) return;
    return combine(
      autoScrollForElements({ element, canScroll: isCard }),
      monitorForElements({
        canMonitor: isCard,
        onDragStart: ({ source }) => hold(Number(source.data.id)),
        onDrop: ({ source, location }) => {
          hold(null);
          const targets = location.current.dropTargets;
          const column = targets.find(({ data }) => data.kind === "column");
          if (!column) return;
          const card = targets.find(({ data }) => data.kind !== "column");
          const edge = card && extractClosestEdge(card.data);
          drop({
            id: Number(source.data.id),
            column: String(column.data.column),
            target: card && (edge === "top" || edge === "bottom") ? { id: Number(card.data.id), edge } : null,
          });
        },
      }),
    );
  }, [board]);
  return draggedId;
}

/** Takes cards dropped anywhere in a column, and scrolls its list, if it has one, when they are held near its ends. */
export function useColumnDrop(
  column: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null> | null,
  key: string,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const element = column.current;
    const scroller = list?.current;
    if (!element) return;
    return combine(
      scroller ? autoScrollForElements({ element: scroller, canScroll: isCard }) : () => {},
      dropTargetForElements({
        element,
        canDrop: isCard,
        getData: () => ({ kind: "column", column: key }),
        getIsSticky: () => true,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: () => setOver(false),
      }),
    );
  }, [column, list, key]);
  return isOver;
}
