import { describe, expect, it } from "vitest";
import { ariaKeys, clash, isApple, type KeyPress, nameOf } from "./keys";

function press(key: string, held: Partial<KeyPress> & { altGraph?: boolean } = {}): KeyPress {
  return {
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: (name) => name === "AltGraph" && held.altGraph === true,
    ...held,
  };
}

describe("nameOf", () => {
  it.each([
    ["a letter", press("m", { code: "Semicolon" }), "m"],
    ["a letter with caps lock", press("M"), "m"],
    ["a letter with shift", press("X", { shiftKey: true }), "shift+x"],
    ["? of QWERTY, Shift and slash", press("?", { code: "Slash", shiftKey: true }), "?"],
    ["? of AZERTY, Shift and comma", press("?", { code: "KeyM", shiftKey: true }), "?"],
    ["/ of AZERTY, Shift and colon", press("/", { code: "Period", shiftKey: true }), "/"],
    ["a of AZERTY, where QWERTY has q", press("a", { code: "KeyQ" }), "a"],
    ["é, which is a letter of its own", press("é", { code: "Digit2" }), "é"],
    ["a sign written with AltGr", press("/", { ctrlKey: true, altKey: true, altGraph: true }), "/"],
    ["ь where others have m", press("ь", { code: "KeyM" }), "m"],
    ["Ctrl and л where others have k", press("л", { code: "KeyK", ctrlKey: true }), "mod+k"],
    ["Ctrl and a letter", press("k", { ctrlKey: true }), "mod+k"],
    ["the Windows key and a letter", press("k", { metaKey: true }), "meta+k"],
    ["Alt and a letter", press("m", { altKey: true }), "alt+m"],
    ["an arrow with shift", press("ArrowDown", { shiftKey: true }), "shift+ArrowDown"],
    ["the space bar", press(" "), "Space"],
  ])("%s", (_what, event, expected) => {
    expect(nameOf(event, false)).toBe(expected);
  });

  it.each([
    ["⌘", press("k", { metaKey: true }), "mod+k"],
    ["Ctrl, which moves the caret there", press("k", { ctrlKey: true }), "ctrl+k"],
  ])("on a Mac, %s and a letter", (_what, event, expected) => {
    expect(nameOf(event, true)).toBe(expected);
  });
});

describe("clash", () => {
  it.each([
    ["m", "m", true],
    ["m", "n", false],
    ["g", "g c", true],
    ["g c", "g", true],
    ["g c", "g s", false],
    ["j", "shift+j", false],
  ])("%s and %s", (one, other, expected) => {
    expect(clash(one, other)).toBe(expected);
  });
});

it.each([
  ["MacIntel", true],
  ["macOS", true],
  ["iPhone", true],
  ["Win32", false],
  ["Linux x86_64", false],
])("%s has ⌘: %s", (platform, expected) => {
  expect(isApple(platform)).toBe(expected);
});

it.each([
  ["mod+k", false, "Control+k"],
  ["mod+k", true, "Meta+k"],
  ["shift+x", false, "Shift+x"],
  ["g c", false, undefined],
])("screen readers hear of %s", (keys, isMac, expected) => {
  expect(ariaKeys(keys, isMac)).toBe(expected);
});
