import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useState } from "react";

interface CardDrag {
  isDragging: boolean;
  /** Where a card held above would land. */
  edge: Edge | null;
}

const atRest: CardDrag = { isDragging: false, edge: null };

/** Lets a card be dragged, and shows on which side of it another one would land. The column takes the drop. */
export function useCardDrag(ref: RefObject<HTMLElement | null>, id: number, enabled: boolean): CardDrag {
  const [state, setState] = useState(atRest);
  useEffect(() => {
    const element = ref.current;
    if (!element || !enabled) return;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ kind: "card", id }),
        onDragStart: () => setState({ isDragging: true, edge: null }),
        onDrop: () => setState(atRest),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === "card" && source.data.id !== id,
        getIsSticky: () => true,
        getData: ({ input }) =>
          attachClosestEdge({ id }, { element, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => {
          const edge = extractClosestEdge(self.data);
          setState((old) => (old.edge === edge ? old : { isDragging: false, edge }));
        },
        onDragLeave: () => setState(atRest),
        onDrop: () => setState(atRest),
      }),
    );
  }, [ref, id, enabled]);
  return state;
}
