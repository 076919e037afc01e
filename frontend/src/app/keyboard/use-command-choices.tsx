import { useLingui } from "@lingui/react";
import {
  IconArrowRight,
  IconBolt,
  IconKeyboard,
  IconLayoutKanban,
  IconListCheck,
  IconPalette,
  IconPlus,
  IconSettings,
  IconSun,
  IconUser,
  type TablerIcon,
} from "@tabler/icons-react";
import { keysOf } from "@/shared/commands/catalogue";
import { KeysOf } from "@/shared/commands/key-caps";
import type { Active } from "@/shared/commands/registry";
import { type GroupId, titles } from "@/shared/commands/titles";
import type { Choice } from "@/shared/ui/choice-list";

export type CommandChoice = Choice & { group: GroupId; run: () => unknown };

const icons: Record<GroupId, TablerIcon> = {
  everywhere: IconKeyboard,
  go: IconArrowRight,
  screen: IconBolt,
  list: IconListCheck,
  today: IconSun,
  board: IconLayoutKanban,
  sheet: IconLayoutKanban,
  new: IconPlus,
  settings: IconSettings,
  appearance: IconPalette,
  account: IconUser,
};
/** What can be done here comes first. */
const order: readonly GroupId[] = [
  "screen",
  "today",
  "board",
  "list",
  "sheet",
  "go",
  "new",
  "settings",
  "appearance",
  "account",
  "everywhere",
];

/** The commands that were active when the palette opened, as choices. */
export function useCommandChoices(active: readonly Active[]): CommandChoice[] {
  const { i18n } = useLingui();
  return active
    .filter(({ id }) => !titles[id].keysOnly)
    .map(({ id, run }) => {
      const { title, group } = titles[id];
      const Icon = icons[group];
      return {
        id,
        label: i18n._(title),
        group,
        run,
        icon: <Icon size={18} stroke={1.6} aria-hidden />,
        end: keysOf(id).length > 0 ? <KeysOf command={id} /> : undefined,
      };
    })
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}
