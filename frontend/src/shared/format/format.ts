/** Everything that turns a value into text people read. Components never call `toLocale…` or `Intl` themselves. */

export interface FormatSettings {
  /** Language of the reader. */
  locale: "en" | "fr";
  /** IANA name, e.g. `Europe/Paris`. */
  timeZone: string;
  /** ISO 4217, e.g. `EUR`. */
  currency: string;
}

/** Shown for what is not known. Unknown is never zero. */
export const unknown = "—";

type Maybe<T> = T | null | undefined;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const ageSteps: [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [hour, minute, "minute"],
  [day, hour, "hour"],
  [7 * day, day, "day"],
  [30.5 * day, 7 * day, "week"],
  [365 * day, 30.5 * day, "month"],
  [Number.POSITIVE_INFINITY, 365 * day, "year"],
];

/** 254, 254 000 and 254 000 000, but not 25 400. */
const hasThreeFigures = (value: number) =>
  Math.abs(value) < 1000 || Math.floor(Math.log10(Math.abs(value))) % 3 === 2;

const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** English outside the United States: the day comes before the month, the clock has 24 hours. */
const dateLocales = { en: "en-GB", fr: "fr-FR" };

export function localeFor(language: string): FormatSettings["locale"] {
  return language === "fr" ? "fr" : "en";
}

export function makeFormat({ locale, timeZone, currency }: FormatSettings) {
  const formatter = memoize((key: string) => new Intl.NumberFormat(locale, JSON.parse(key)));
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    formatter(JSON.stringify(options)).format(value);

  const dateFormatter = memoize(
    (key: string) => new Intl.DateTimeFormat(dateLocales[locale], JSON.parse(key)),
  );
  const date = (value: Maybe<string>, options: Intl.DateTimeFormatOptions) => {
    if (!value) return unknown;
    // A day has no time zone: read in UTC, it stays the same day everywhere.
    const zone = isDay(value) ? "UTC" : timeZone;
    return dateFormatter(JSON.stringify({ ...options, timeZone: zone })).format(new Date(value));
  };
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

  return {
    locale,
    timeZone,
    currency,
    /** 12 345 */
    number: (value: Maybe<number>) => (value == null ? unknown : number(value)),
    /** 12.3K, 134K, 1.2M; whole below 1 000: three figures are enough to compare. */
    compact: (value: Maybe<number>) =>
      value == null
        ? unknown
        : number(value, { notation: "compact", maximumFractionDigits: hasThreeFigures(value) ? 0 : 1 }),
    /** From a ratio: 0.031 → 3.1%, 0.03 → 3.0%, so that figures in a column line up. */
    percent: (ratio: Maybe<number>) =>
      ratio == null
        ? unknown
        : number(ratio, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    /** From a ratio, in a sentence: 0.5 → 50%, 0.025 → 2.5%. */
    share: (ratio: Maybe<number>, digits = 0) =>
      ratio == null ? unknown : number(ratio, { style: "percent", maximumFractionDigits: digits }),
    /** A ratio with its sign, for growth: +3.1%. */
    growth: (ratio: Maybe<number>) =>
      ratio == null
        ? unknown
        : number(ratio, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    /** In the workspace's currency, without cents when there are none. Accepts the API's decimal strings. */
    money: (amount: Maybe<string | number>) => {
      if (amount == null || amount === "") return unknown;
      const value = Number(amount);
      return number(value, {
        style: "currency",
        currency,
        minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
        maximumFractionDigits: 2,
      });
    },
    /** €, $US */
    currencySign,
    /** 21 Nov 2026 */
    date: (value: Maybe<string>) => date(value, { day: "numeric", month: "short", year: "numeric" }),
    /** 21 Nov: where the year is plain. */
    shortDate: (value: Maybe<string>) => date(value, { day: "numeric", month: "short" }),
    /** Sat 21 Nov: a day of these weeks. */
    weekday: (value: Maybe<string>) => date(value, { weekday: "short", day: "numeric", month: "short" }),
    /** Saturday 21 November 2026 */
    longDate: (value: Maybe<string>) =>
      date(value, { weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    /** 21 Nov 2026, 14:05, in the workspace's time zone. */
    dateTime: (value: Maybe<string>) =>
      date(value, { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" }),
    /** 14:05 */
    time: (value: Maybe<string>) => date(value, { hour: "2-digit", minute: "2-digit" }),
    /** November 2026 */
    month: (value: Maybe<string>) => date(value, { month: "long", year: "numeric" }),
    /** 3 days ago, in 2 weeks, now. */
    age: (value: Maybe<string>, now: Date = new Date()) => {
      if (!value) return unknown;
      if (isDay(value)) return dayAge(value, now);
      const elapsed = new Date(value).getTime() - now.getTime();
      const distance = Math.abs(elapsed);
      if (distance < minute) return relative.format(0, "second");
      return relativeBy(elapsed, distance);
    },
    /** A, B and C */
    list: (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    /** Name of a language or country code, in the reader's language. */
    languageName: (code: Maybe<string>) => displayName("language", code),
    countryName: (code: Maybe<string>) => displayName("region", code),
    /** Today as YYYY-MM-DD in the workspace's time zone. */
    today: (now: Date = new Date()) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(now),
  };

  function currencySign(): string {
    const parts = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0);
    return parts.find(({ type }) => type === "currency")?.value ?? currency;
  }

  function relativeBy(elapsed: number, distance: number): string {
    const step = ageSteps.find(([limit]) => distance < limit);
    if (!step) return unknown;
    const [, size, unit] = step;
    return relative.format(Math.trunc(elapsed / size), unit);
  }

  /** Days are compared as days: yesterday is yesterday, whatever the hour. */
  function dayAge(value: string, now: Date): string {
    const today = new Intl.DateTimeFormat("en-CA", { timeZone }).format(now);
    const elapsed = Date.parse(value) - Date.parse(today);
    const distance = Math.abs(elapsed);
    if (distance < 7 * day) return relative.format(elapsed / day, "day");
    return relativeBy(elapsed, distance);
  }

  function displayName(type: "language" | "region", code: Maybe<string>): string {
    if (!code) return unknown;
    return new Intl.DisplayNames(locale, { type, fallback: "code" }).of(code) ?? code;
  }
}

export type Format = ReturnType<typeof makeFormat>;

function memoize<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
