import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the current one of a row of tabs in sight where the row is wider than the screen.
 *
 * @param selector of the current tab, inside the row.
 * @param current what tells that another one became current.
 */
export function useCurrentInView<Row extends HTMLElement>(
  selector: string,
  current: unknown,
): RefObject<Row | null> {
  const row = useRef<Row>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one may scroll away until the next change.
  useEffect(() => {
    const tab = row.current?.querySelector(selector)?.getBoundingClientRect();
    if (!row.current || !tab) return;
    const frame = row.current.getBoundingClientRect();
    row.current.scrollLeft += tab.left + tab.width / 2 - (frame.left + frame.width / 2);
  }, [selector, current]);
  return row;
}
