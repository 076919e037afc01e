import { useVirtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

/** Width of a column and the gap after it. */
const columnStep = 292;

/** Indexes of the columns that can be seen; the others draw no cards. */
export function useColumnsInView(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): ReadonlySet<number> {
  const virtualizer = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => columnStep,
    overscan: 0,
    initialRect: { width: globalThis.innerWidth, height: 0 },
  });
  return new Set(virtualizer.getVirtualItems().map(({ index }) => index));
}
