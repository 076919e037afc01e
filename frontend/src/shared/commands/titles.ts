import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CommandId } from "./catalogue";

/** Where commands are active; the order is that of the list of keys. */
export const groups = {
  everywhere: msg`Everywhere`,
  go: msg`Go to`,
  screen: msg`On this page`,
  list: msg`In a list`,
  board: msg`On the board`,
  sheet: msg`In an open sheet`,
  new: msg`Add`,
  settings: msg`Settings`,
  appearance: msg`Appearance and language`,
  account: msg`Account`,
} as const;

export type GroupId = keyof typeof groups;

interface Title {
  title: MessageDescriptor;
  group: GroupId;
  /** Makes no sense without the focus it is given from, or is what shows it: not in the palette. */
  keysOnly?: boolean;
}

const byKeys = (group: GroupId, title: MessageDescriptor): Title => ({ title, group, keysOnly: true });
const named = (group: GroupId, title: MessageDescriptor): Title => ({ title, group });

export const titles: Record<CommandId, Title> = {
  palette: byKeys("everywhere", msg`Find a creator, a campaign or a command`),
  help: named("everywhere", msg`Keyboard shortcuts`),
  undo: named("everywhere", msg`Undo the last change, while its message shows`),

  "go.creators": named("go", msg`Creators`),
  "go.campaigns": named("go", msg`Campaigns`),
  "go.sendings": named("go", msg`Sendings`),
  "go.products": named("go", msg`Products`),
  "go.coverage": named("go", msg`Coverage`),
  "go.refresh": named("go", msg`Refreshes`),
  "go.settings": named("go", msg`Settings`),
  "new.creator": named("new", msg`Add a creator`),
  "new.campaign": named("new", msg`New campaign`),
  "new.sending": named("new", msg`New sending`),
  "new.coverage": named("new", msg`Add coverage`),
  "creators.import": named("new", msg`Import a list`),
  "creators.duplicates": named("new", msg`Find duplicates`),
  "settings.profile": named("settings", msg`Settings: your profile`),
  "settings.workspace": named("settings", msg`Settings: workspace`),
  "settings.brands": named("settings", msg`Settings: brands`),
  "settings.members": named("settings", msg`Settings: members`),
  "settings.stages": named("settings", msg`Settings: stages of the board`),
  "settings.keys": named("settings", msg`Settings: API keys`),

  "theme.light": named("appearance", msg`Theme: light`),
  "theme.dark": named("appearance", msg`Theme: dark`),
  "theme.auto": named("appearance", msg`Theme: same as the system`),
  "language.en": named("appearance", msg`Language: English`),
  "language.fr": named("appearance", msg`Language: French`),
  "rows.comfortable": named("appearance", msg`Rows: comfortable`),
  "rows.dense": named("appearance", msg`Rows: dense`),
  "workspace.new": named("account", msg`New workspace`),
  "sign-out": named("account", msg`Sign out`),

  "list.search": byKeys("screen", msg`Search on this page`),
  "row.next": byKeys("list", msg`Next row`),
  "row.previous": byKeys("list", msg`Previous row`),
  "row.first": byKeys("list", msg`First row`),
  "row.last": byKeys("list", msg`Last row`),
  "row.open": byKeys("list", msg`Open the row`),
  "row.select": byKeys("list", msg`Select the row`),
  "row.range": byKeys("list", msg`Select up to this row`),
  "row.extend-down": byKeys("list", msg`Extend the selection downwards`),
  "row.extend-up": byKeys("list", msg`Extend the selection upwards`),
  "rows.all": named("list", msg`Select all rows; again: all that match`),
  "rows.none": byKeys("list", msg`Clear the selection`),

  // From anywhere the palette has them as `new.…`.
  "creators.add": byKeys("screen", msg`Add a creator`),
  "campaigns.add": byKeys("screen", msg`New campaign`),
  "sendings.add": byKeys("screen", msg`New sending`),
  "products.add": named("screen", msg`New product`),
  "coverage.add": byKeys("screen", msg`Add coverage`),

  "board.add": named("board", msg`Add a creator to this column`),
  "card.left": byKeys("board", msg`Card in the column on the left`),
  "card.right": byKeys("board", msg`Card in the column on the right`),
  "card.up": byKeys("board", msg`Card above`),
  "card.down": byKeys("board", msg`Card below`),
  "card.first": byKeys("board", msg`First card of the column`),
  "card.last": byKeys("board", msg`Last card of the column`),
  "card.open": byKeys("board", msg`Open the card`),
  "card.move": named("board", msg`Move the card, or the selection`),
  "card.assign": named("board", msg`Choose who looks after it`),
  "card.edit": named("board", msg`Write the next action`),
  "card.select": named("board", msg`Select the card`),
  "card.range": byKeys("board", msg`Select up to this card`),
  "card.extend-up": byKeys("board", msg`Extend the selection upwards`),
  "card.extend-down": byKeys("board", msg`Extend the selection downwards`),
  "cards.none": byKeys("board", msg`Clear the selection`),
  "board.by-stage": named("board", msg`Group the cards by stage`),
  "board.by-owner": named("board", msg`Group the cards by owner`),

  "sheet.next": byKeys("sheet", msg`Next one`),
  "sheet.previous": byKeys("sheet", msg`Previous one`),
  "sheet.edit": byKeys("sheet", msg`Edit it`),
};
