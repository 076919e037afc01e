import { expect, it } from "vitest";
import { type CommandId, keysOf } from "./catalogue";
import { clash } from "./keys";
import { type GroupId, groups, titles } from "./titles";

const ids = Object.keys(titles) as CommandId[];
const inGroups = (...wanted: GroupId[]) => ids.filter((id) => wanted.includes(titles[id].group));

/** Groups whose commands may be active together. */
const together: [string, CommandId[]][] = [
  [
    "everywhere and in lists",
    inGroups("everywhere", "go", "new", "settings", "appearance", "account", "list"),
  ],
  [
    "everywhere and on Today",
    inGroups("everywhere", "go", "new", "settings", "appearance", "account", "list", "today"),
  ],
  [
    "everywhere and on the board",
    inGroups("everywhere", "go", "new", "settings", "appearance", "account", "board"),
  ],
  ["in a sheet", inGroups("sheet")],
];

it.each(together)("no two commands claim one key %s", (_where, found) => {
  for (const [index, id] of found.entries())
    for (const other of found.slice(index + 1))
      for (const keys of keysOf(id))
        expect([id, other, keysOf(other).some((theirs) => clash(keys, theirs))]).toEqual([id, other, false]);
});

it("every command has keys or a place in the palette", () => {
  expect(ids.filter((id) => keysOf(id).length === 0 && titles[id].keysOnly)).toEqual([]);
});

it("every group has a command", () => {
  const used = new Set(ids.map((id) => titles[id].group));
  expect(Object.keys(groups).filter((group) => !used.has(group as GroupId))).toEqual([]);
});
