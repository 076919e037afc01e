import type { Keys } from "./keys";

/**
 * Every command of the interface and its keys; none where only the palette gives it. Kept apart from the titles, which
 * the first screen does not need.
 */
const catalogue = {
  palette: ["mod+k"],
  help: ["?"],
  undo: ["mod+z"],
  "go.creators": ["g c"],
  "go.campaigns": ["g b", "g p"],
  "go.sendings": ["g s"],
  "go.products": [],
  "go.coverage": ["g r"],
  "go.refresh": [],
  "go.settings": ["g ,"],
  "new.creator": [],
  "new.campaign": [],
  "new.sending": [],
  "new.coverage": [],
  "creators.import": [],
  "creators.duplicates": [],
  "settings.profile": [],
  "settings.workspace": [],
  "settings.brands": [],
  "settings.members": [],
  "settings.stages": [],
  "settings.keys": [],
  "theme.light": [],
  "theme.dark": [],
  "theme.auto": [],
  "language.en": [],
  "language.fr": [],
  "rows.comfortable": [],
  "rows.dense": [],
  "workspace.new": [],
  "sign-out": [],

  "list.search": ["/"],
  "row.next": ["ArrowDown", "j"],
  "row.previous": ["ArrowUp", "k"],
  "row.first": ["Home"],
  "row.last": ["End"],
  "row.open": ["Enter"],
  "row.select": ["x"],
  "row.range": ["shift+x"],
  "row.extend-down": ["shift+ArrowDown", "shift+j"],
  "row.extend-up": ["shift+ArrowUp", "shift+k"],
  "rows.all": ["mod+a"],
  "rows.none": ["Escape"],

  "creators.add": ["n"],
  "campaigns.add": ["n"],
  "sendings.add": ["n"],
  "products.add": ["n"],
  "coverage.add": ["n"],

  "card.left": ["ArrowLeft"],
  "card.right": ["ArrowRight"],
  "card.up": ["ArrowUp"],
  "card.down": ["ArrowDown"],
  "card.first": ["Home"],
  "card.last": ["End"],
  "card.open": ["Enter"],
  "card.move": ["m"],
  "card.assign": ["a"],
  "card.edit": ["e"],
  "card.select": ["x"],
  "card.range": ["shift+x"],
  "card.extend-up": ["shift+ArrowUp"],
  "card.extend-down": ["shift+ArrowDown"],
  "cards.none": ["Escape"],
  "board.add": ["n"],
  "board.by-stage": [],
  "board.by-owner": [],

  "sheet.next": ["j"],
  "sheet.previous": ["k"],
  "sheet.edit": ["e"],
} as const satisfies Record<string, readonly Keys[]>;

export type CommandId = keyof typeof catalogue;

export function keysOf(id: CommandId): readonly Keys[] {
  return catalogue[id];
}
