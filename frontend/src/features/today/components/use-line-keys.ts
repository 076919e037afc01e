import type { RefObject } from "react";
import { isUnfocused } from "@/shared/commands/typing";
import { useCommands } from "@/shared/commands/use-commands";
import { walk } from "../model";

interface LineKeys {
  keys: readonly string[];
  /** The line that Tab reaches. */
  tabbable: string | null;
  list: RefObject<HTMLElement | null>;
  mayEdit: boolean;
  goTo: (key: string) => void;
  onAct: (key: string, act: "main" | "snooze" | "plan") => void;
  onAdd: () => void;
}

/** Keys of the screen: arrows (or j and k) walk, `d` or Space does it, `s` puts it off, `e` plans; Enter opens by itself. */
export function useLineKeys({ keys, tabbable, list, mayEdit, goTo, onAct, onAdd }: LineKeys) {
  /** The line that has the focus, itself or one of its buttons. */
  const lineHere = () => {
    const { activeElement } = document;
    if (!list.current?.contains(activeElement)) return null;
    return activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key ?? null;
  };
  const step = (by: number) => {
    const key = lineHere();
    // Nothing has focus yet: one begins where one left off.
    const next = key !== null ? walk(keys, key, by) : isUnfocused() ? tabbable : null;
    if (next === null) return false;
    return goTo(next);
  };
  const atLine = (act: "main" | "snooze" | "plan") => () => {
    const key = lineHere();
    // On a button these keys press it.
    if (key === null || !document.activeElement?.matches("[data-line]")) return false;
    // After this key is over: a menu that opens during a key press takes it for its own.
    return setTimeout(onAct, 0, key, act);
  };
  const mayStep = keys.length > 0;
  const mayAct = mayStep && mayEdit;
  useCommands({
    "today.add": mayEdit && onAdd,
    "row.next": mayStep && (() => step(1)),
    "row.previous": mayStep && (() => step(-1)),
    "row.first": mayStep && (() => lineHere() !== null && step(Number.NEGATIVE_INFINITY)),
    "row.last": mayStep && (() => lineHere() !== null && step(Number.POSITIVE_INFINITY)),
    // A link or a button that has the focus takes Enter itself.
    "row.open": mayStep && (() => false),
    "line.do": mayAct && atLine("main"),
    "line.put-off": mayAct && atLine("snooze"),
    "line.plan": mayAct && atLine("plan"),
  });
}
