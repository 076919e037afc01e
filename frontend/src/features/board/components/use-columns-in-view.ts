import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect } from "react";

/** Widths of a column and of one folded away, with the gap after them; `board.module.css` draws them. */
const columnStep = 292;
const foldedStep = 56;

/** Indexes of the columns that can be seen; the others draw no cards. */
export function useColumnsInView(
  scroller: RefObject<HTMLElement | null>,
  folded: readonly boolean[],
): ReadonlySet<number> {
  const virtualizer = useVirtualizer({
    horizontal: true,
    count: folded.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (folded[index] ? foldedStep : columnStep),
    overscan: 0,
    initialRect: { width: globalThis.innerWidth, height: 0 },
  });
  const widths = folded.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: folding one changes where the others are.
  useEffect(() => virtualizer.measure(), [widths]);
  return new Set(virtualizer.getVirtualItems().map(({ index }) => index));
}
