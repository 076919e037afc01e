import { type RefObject, useEffect, useRef, useState } from "react";
import { successor } from "../model";

/**
 * One line is reached by Tab, arrows lead to the others, and focus is never lost: when the line that has it leaves, it
 * goes to the next one, and when none is left to the heading.
 *
 * @param keys the lines as they stand now.
 * @param rest where focus goes when nothing waits any more.
 */
export function useLineFocus(keys: readonly string[], rest: RefObject<HTMLElement | null>) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const before = useRef<readonly string[]>(keys);
  const wasInside = useRef(false);
  /** The line to go to once it is drawn, if it is to come back; else to its place. */
  const wanted = useRef<{ key: string; wait: boolean } | null>(null);

  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      wasInside.current = list.current?.contains(target as Node) ?? false;
      const key = (target as HTMLElement).closest<HTMLElement>("[data-key]")?.dataset.key;
      if (wasInside.current && key) setActive(key);
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, []);

  const place = (key: string) => (keys.includes(key) ? key : successor(before.current, key, keys));
  const tabbable = (active !== null && place(active)) || (keys[0] ?? null);

  // After every drawing: what had focus may be gone.
  useEffect(() => {
    const isLost = wasInside.current && document.activeElement === document.body;
    const { key, wait } = wanted.current ?? { key: isLost ? active : null, wait: false };
    if (key !== null && !(wait && !keys.includes(key))) {
      wanted.current = null;
      focusPlaceOf(key, { preventScroll: wait });
    }
    if (active === null || keys.includes(active)) before.current = keys;
  });

  const elementOf = (key: string) =>
    list.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`) ?? null;

  const focusPlaceOf = (key: string, options?: FocusOptions) => {
    const target = place(key);
    const element = target === null ? rest.current : elementOf(target);
    element?.focus(options);
    if (target !== null) setActive(target);
  };

  return {
    list,
    tabbable,
    goTo: (key: string) => elementOf(key)?.focus(),
    /** At once: to the line, or to what stands in its place. */
    goToPlaceOf: focusPlaceOf,
    /** After what was open on it has closed: to the line, or to what stands in its place. */
    goBackTo: (key: string) => {
      wanted.current = { key, wait: false };
    },
    /** As soon as the line is there again. */
    goToWhenBack: (key: string) => {
      wanted.current = { key, wait: true };
    },
  };
}
