import dayjs from "dayjs";
import "dayjs/locale/fr";
import customParseFormat from "dayjs/plugin/customParseFormat";
import { fold } from "../format/fold";

dayjs.extend(customParseFormat);

type Locale = "en" | "fr";

/** The day comes before the month, in both languages; a year that is left out is this one. */
const numbers = [
  /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})([/.-](?<year>\d{4}|\d{2}))?$/,
  /^(?<day>\d{2})(?<month>\d{2})(?<year>\d{4})$/,
  /^(?<year>\d{4})([/.-])(?<month>\d{2})\2(?<day>\d{2})$/,
];

const names: Record<Locale, RegExp[]> = {
  en: [
    /^(?<day>\d{1,2}) (?<name>[a-z]{3,})\.? (?<year>\d{4})$/,
    /^(?<name>[a-z]{3,})\.? (?<day>\d{1,2}),? (?<year>\d{4})$/,
  ],
  fr: [/^(?<day>\d{1,2})(er)? (?<name>[a-z]{3,})\.? (?<year>\d{4})$/],
};

/** Days from today. */
const words: Record<Locale, Record<string, number>> = {
  en: { yesterday: -1, today: 0, tomorrow: 1 },
  fr: { hier: -1, "aujourd'hui": 0, demain: 1 },
};

/** A day as people type it, as `YYYY-MM-DD`; `null` when it is none. */
export function parseDay(text: string, locale: Locale, today: string): string | null {
  const typed = fold(text).replaceAll("’", "'");
  const distance = words[locale][typed];
  if (distance !== undefined) return dayjs(today).add(distance, "day").format("YYYY-MM-DD");
  const groups = [...numbers, ...names[locale]]
    .map((pattern) => pattern.exec(typed)?.groups)
    .find((found) => found !== undefined);
  if (!groups) return null;
  const { day = "", month = monthNamed(groups.name ?? "", locale), year = today.slice(0, 4) } = groups;
  const iso = `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayjs(iso, "YYYY-MM-DD", true).isValid() ? iso : null;
}

/** Whether it may be the beginning of a longer one: `6/11/20` is read as it stands only once the field is left. */
export function mayGoOn(text: string): boolean {
  return /^\d{1,2}[/.-]\d{1,2}([/.-]\d{2})?$/.test(text.trim());
}

/** The number of a month, which may be cut short as long as it can be no other; empty when it is none. */
function monthNamed(name: string, locale: Locale): string {
  const months = Array.from({ length: 12 }, (_, index) =>
    fold(dayjs(new Date(2024, index)).locale(locale).format("MMMM")),
  );
  const [month, other] = months.filter((full) => full.startsWith(name));
  return month && !other ? String(months.indexOf(month) + 1) : "";
}
