import dayjs from "dayjs";
import "dayjs/locale/fr";
import customParseFormat from "dayjs/plugin/customParseFormat";

dayjs.extend(customParseFormat);

/** The day comes before the month, in both languages; the year may be short, signs may be left out. */
const formats = [
  "D/M/YYYY",
  "D/M/YY",
  "D-M-YYYY",
  "D.M.YYYY",
  "DDMMYYYY",
  "YYYY-MM-DD",
  "D MMM YYYY",
  "D MMMM YYYY",
];

/** A day as people type it, as `YYYY-MM-DD`; `null` when it is none. */
export function parseDay(text: string, locale: "en" | "fr"): string | null {
  const day = dayjs(text.trim(), formats, locale, true);
  return day.isValid() ? day.format("YYYY-MM-DD") : null;
}
