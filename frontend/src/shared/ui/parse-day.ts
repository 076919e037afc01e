import dayjs from "dayjs";
import "dayjs/locale/fr";
import customParseFormat from "dayjs/plugin/customParseFormat";

dayjs.extend(customParseFormat);

const days = ["D", "DD"];
const months = ["M", "MM"];
/** The year may be short. */
const years = ["YYYY", "YY"];

/** The day comes before the month, in both languages; what stands between them may be left out. */
const formats = [
  ...["/", "-", "."].flatMap((sign) =>
    days.flatMap((day) => months.flatMap((month) => years.map((year) => [day, month, year].join(sign)))),
  ),
  "DDMMYYYY",
  "YYYY-MM-DD",
  ...days.flatMap((day) => ["MMM", "MMMM"].map((month) => `${day} ${month} YYYY`)),
];

/** A day as people type it, as `YYYY-MM-DD`; `null` when it is none. */
export function parseDay(text: string, locale: "en" | "fr"): string | null {
  const day = dayjs(text.trim(), formats, locale, true);
  return day.isValid() ? day.format("YYYY-MM-DD") : null;
}
