import { useLingui } from "@lingui/react/macro";
import { hasCommandKey, type Keys } from "./keys";

const arrows: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" };

/** Keys as this keyboard has them written on it: `⌘K` on a Mac, `Ctrl+K` elsewhere, `Maj` in French. */
export function useKeyWords(isMac = hasCommandKey()) {
  const { t } = useLingui();
  const names: Record<string, string> = {
    ...arrows,
    mod: isMac ? "⌘" : t({ message: "Ctrl", context: "key" }),
    shift: isMac ? "⇧" : t({ message: "Shift", context: "key" }),
    Enter: isMac ? "↩" : t({ message: "Enter", context: "key" }),
    Escape: t({ message: "Esc", context: "key" }),
    Space: t({ message: "Space", context: "key" }),
    Home: t({ message: "Home", context: "key" }),
    End: t({ message: "End", context: "key" }),
  };
  const then = t({ message: "then", context: "between two keys" });
  /** The caps of one key press: `["Ctrl", "K"]`. */
  const caps = (press: string): string[] =>
    press.split("+").map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
  return {
    then,
    /** One list of caps for each key press of a sequence. */
    capsOf: (keys: Keys): string[][] => keys.split(" ").map(caps),
    /** In one line, for titles: `Ctrl+K`, `G then C`. */
    textOf: (keys: Keys): string =>
      keys
        .split(" ")
        .map((press) => caps(press).join(isMac ? "" : "+"))
        .join(` ${then} `),
  };
}
