/** What of a key press tells which keys are held. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> & {
  getModifierState?: (key: string) => boolean;
};

const isLetter = (key: string) => /^\p{L}$/u.test(key);
/** A letter of another script: Cyrillic, Greek… Its place on the keyboard then says which key it is. */
const isForeign = (key: string) => isLetter(key) && /^\P{Script=Latin}$/u.test(key);

/**
 * The name of a key press, as the catalogue writes it: `m`, `?`, `shift+x`, `mod+k`, `ArrowDown`.
 *
 * Letters and signs are what the layout makes them: `?` is Shift and comma on AZERTY, Shift and slash on QWERTY, and
 * the same command on both. `mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export function nameOf(press: KeyPress, isMac: boolean): string {
  const { key, code, shiftKey } = press;
  const isSign = key.length === 1 && !isLetter(key);
  // AltGr writes signs on many layouts, and says Ctrl and Alt besides.
  const writesSign = isSign && press.getModifierState?.("AltGraph") === true;
  const held = [
    [isMac ? press.metaKey : press.ctrlKey && !writesSign, "mod"],
    [isMac ? press.ctrlKey : press.metaKey, isMac ? "ctrl" : "meta"],
    [press.altKey && !writesSign, "alt"],
    // Of a sign, Shift is part of how the layout writes it.
    [shiftKey && !isSign, "shift"],
  ] as const;
  const modifiers = held.flatMap(([isHeld, name]) => (isHeld ? [name] : []));
  return [...modifiers, bare(key, code)].join("+");
}

function bare(key: string, code: string): string {
  if (isForeign(key) && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return isLetter(key) ? key.toLowerCase() : key === " " ? "Space" : key;
}

/** Whether this press only holds a modifier down. */
export function isModifier(key: string): boolean {
  return ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process"].includes(key);
}

/** Keys pressed one after the other, as one command writes them: `g c`. */
export type Keys = string;

/** Whether two commands with these keys could not both be meant: the same, or one begins the other. */
export function clash(one: Keys, other: Keys): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || long.startsWith(`${short} `);
}

export function isApple(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}

interface NavigatorWithHints extends Navigator {
  userAgentData?: { platform: string };
}

/** Whether this keyboard has ⌘ where others have Ctrl. */
export function hasCommandKey(from: Navigator = globalThis.navigator): boolean {
  return isApple((from as NavigatorWithHints).userAgentData?.platform || from.platform);
}

/** For `aria-keyshortcuts`; nothing for keys pressed one after the other, which it cannot say. */
export function ariaKeys(keys: Keys, isMac: boolean): string | undefined {
  if (keys.includes(" ")) return undefined;
  return keys.replace("mod+", isMac ? "Meta+" : "Control+").replace("shift+", "Shift+");
}
