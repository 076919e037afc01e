import { useLayoutEffect, useRef } from "react";
import { type Layer, type Runs, registry } from "./registry";

/**
 * Commands that can be given while this component shows: by keys and in the palette.
 *
 * They are there as soon as the component shows: a key may follow at once.
 *
 * @param runs what each does; `false` or absent where it cannot be done.
 * @param isModal the component is a dialog that covers the page.
 */
export function useCommands(runs: Runs, isModal = false): void {
  const layer = useRef<Layer | null>(null);
  useLayoutEffect(() => {
    const mine: Layer = { isModal, runs: {} };
    layer.current = mine;
    return registry.add(mine);
  }, [isModal]);
  // After each render, so that what runs knows the present state.
  useLayoutEffect(() => {
    if (!layer.current) return;
    layer.current.runs = runs;
    if (!import.meta.env.DEV) return;
    const found = registry.conflicts();
    if (found.length > 0) throw new Error(`Two commands claim one key: ${found.join("; ")}.`);
  });
}
