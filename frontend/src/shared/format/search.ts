import { fold } from "./fold";

/** How well a title answers what is typed: 0 as its beginning, 1 at the beginning of a word, 2 within, `null` not at all. */
export function rank(title: string, text: string): number | null {
  const words = fold(text).split(/\s+/);
  const folded = fold(title);
  if (!words.every((word) => folded.includes(word))) return null;
  const [first = ""] = words;
  if (folded.startsWith(first)) return 0;
  return words.some((word) => folded.split(/[\s’':.-]+/).some((part) => part.startsWith(word))) ? 1 : 2;
}

/** Those whose label answers, the best first; all in their order while nothing is typed. */
export function search<Each extends { label: string }>(entries: readonly Each[], text: string): Each[] {
  if (!text.trim()) return [...entries];
  return entries
    .flatMap((entry) => {
      const found = rank(entry.label, text);
      return found === null ? [] : [{ entry, found }];
    })
    .sort((a, b) => a.found - b.found)
    .map(({ entry }) => entry);
}
