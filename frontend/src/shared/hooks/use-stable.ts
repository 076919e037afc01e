import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same one, and does what the last render meant: for children that are memoised. */
export function useStable<Args extends unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
