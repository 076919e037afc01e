import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { positionAfterDrop } from "../model";

interface StageDragOptions {
  item: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  id: number;
  index: number;
  enabled: boolean;
  onDrop: (id: number, position: number) => void;
}

/** Drags a stage by its handle and takes others dropped on it. Returns the edge where one would land. */
export function useStageDrag({
  item,
  handle,
  id,
  index,
  enabled,
  onDrop,
}: StageDragOptions): Edge | undefined {
  const [edge, setEdge] = useState<Edge | null>(null);
  const drop = useEffectEvent(onDrop);

  useEffect(() => {
    const element = item.current;
    const dragHandle = handle.current;
    if (!element || !dragHandle || !enabled) return;
    return combine(
      draggable({ element, dragHandle, getInitialData: () => ({ kind: "stage", id, index }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.kind === "stage" && source.data.id !== id,
        getData: ({ input }) => attachClosestEdge({}, { element, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, self }) => {
          setEdge(null);
          const below = extractClosestEdge(self.data) === "bottom";
          const from = Number(source.data.index);
          drop(Number(source.data.id), positionAfterDrop(from, index, below));
        },
      }),
    );
  }, [item, handle, id, index, enabled]);
  return edge ?? undefined;
}
