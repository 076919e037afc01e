import {
  IconAddressBook,
  IconCalendarUser,
  IconChecklist,
  IconHeartHandshake,
  IconLayoutKanban,
  IconMessage,
  IconNews,
  IconNote,
  IconPackage,
  IconPhone,
  IconPoint,
  IconRss,
  type TablerIcon,
} from "@tabler/icons-react";

const icons: [start: string, icon: TablerIcon][] = [
  ["note.call", IconPhone],
  ["note.message", IconMessage],
  ["note.meeting", IconCalendarUser],
  ["note.", IconNote],
  ["participation.", IconLayoutKanban],
  ["sending.", IconPackage],
  ["coverage.", IconNews],
  ["channel.", IconRss],
  ["snapshot.", IconRss],
  ["task.", IconChecklist],
  ["promise.", IconHeartHandshake],
  ["creator.", IconAddressBook],
];

export function iconOf(verb: string): TablerIcon {
  return icons.find(([start]) => verb.startsWith(start))?.[1] ?? IconPoint;
}
