import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useToasts } from "@/shared/ui/toasts";
import { refreshAfterAct, type TakeBack } from "../api";
import { type Gone, keyOf, type Line } from "../model";

/** Deals with lines at once: they leave the screen, offer Undo, and come back with the reason when that is refused. */
export function useActs(onBack: (key: string) => void) {
  const { t } = useLingui();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [gone, setGone] = useState<Gone>(new Map());
  const mark = (key: string, settledAt: number | null) =>
    setGone((before) => new Map(before).set(key, settledAt));
  const bring = (key: string) =>
    setGone((before) => {
      const after = new Map(before);
      after.delete(key);
      return after;
    });

  /**
   * @param name what the line is called, for messages.
   * @param said what was done, as a sentence.
   * @param carryOut asks the server; returns how to take it back.
   */
  const act = async (line: Line, name: string, said: string, carryOut: () => Promise<TakeBack>) => {
    const key = keyOf(line);
    mark(key, null);
    try {
      const takeBack = await carryOut();
      mark(key, performance.now());
      toasts.undoable(said, () => {
        onBack(key);
        takeBack()
          .catch((error: unknown) => toasts.failed(t`“${name}” was not taken back`, error))
          .finally(() => void refreshAfterAct(queryClient));
      });
    } catch (error) {
      bring(key);
      toasts.failed(t`“${name}” is as it was`, error);
    } finally {
      void refreshAfterAct(queryClient);
    }
  };

  return { gone, act };
}
