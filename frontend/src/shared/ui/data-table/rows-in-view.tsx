import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, type RefObject, useEffect } from "react";

interface RowsInViewProps {
  count: number;
  rowHeight: number;
  scroller: RefObject<HTMLDivElement | null>;
  /** Takes what scrolls to a row that is not drawn. */
  scrollTo: RefObject<(index: number) => void>;
  children: (first: number, last: number) => ReactNode;
}

/** Draws the rows of a long table that are in sight, and a few around them. */
export default function RowsInView({ count, rowHeight, scroller, scrollTo, children }: RowsInViewProps) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of density changes every height.
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useEffect(() => {
    scrollTo.current = (index) => virtualizer.scrollToIndex(index);
  }, [scrollTo, virtualizer]);
  const items = virtualizer.getVirtualItems();
  return children(items[0]?.index ?? 0, items.at(-1)?.index ?? -1);
}
