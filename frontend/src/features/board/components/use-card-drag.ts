import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { setCustomNativeDragPreview } from "@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import classes from "./board-card.module.css";

interface CardDrag {
  isDragging: boolean;
  /** Where a card held above would land. */
  edge: Edge | null;
}

const atRest: CardDrag = { isDragging: false, edge: null };

interface CardDragOptions {
  id: number;
  mayDrag: boolean;
  /** Cards have an order of their own: one may be put between two others. */
  hasOrder: boolean;
  /** What is in hand when this card is taken, in words, when it is more than the card. */
  inHand: () => string | null;
}

/** Lets a card be dragged, and shows on which side of it another one would land. The column takes the drop. */
export function useCardDrag(ref: RefObject<HTMLElement | null>, options: CardDragOptions): CardDrag {
  const { id, mayDrag, hasOrder } = options;
  const inHand = useEffectEvent(options.inHand);
  const [state, setState] = useState(atRest);
  useEffect(() => {
    const element = ref.current;
    if (!element || !mayDrag) return;
    return combine(
      draggable({
        element,
        getInitialData: () => ({ kind: "card", id }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => {
          const words = inHand();
          if (words === null) return;
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render: ({ container }) => {
              const pile = document.createElement("div");
              pile.className = classes.pile ?? "";
              pile.textContent = words;
              container.append(pile);
            },
          });
        },
        onDragStart: () => setState({ isDragging: true, edge: null }),
        onDrop: () => setState(atRest),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === "card" && source.data.id !== id && hasOrder,
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
  }, [ref, id, mayDrag, hasOrder]);
  return state;
}
