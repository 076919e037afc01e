import { localeFor } from "./format";

interface Choice {
  value: string;
  label: string;
}

/** All time zones, e.g. "Europe/Paris (UTC+1)". */
export function timeZones(now: Date = new Date()): Choice[] {
  const names = new Set([...Intl.supportedValuesOf("timeZone"), browserTimeZone(), "UTC"]);
  return [...names].sort().map((name) => ({
    value: name,
    label: `${name.replaceAll("_", " ")} (${offset(name, now)})`,
  }));
}

export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function offset(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC").replace("-", "−");
}

/** All currencies by name, e.g. "EUR · euro". The ones our users mostly bill in come first. */
export function currencies(language: string): Choice[] {
  const frequent = ["EUR", "CHF", "GBP", "USD", "CAD"];
  const names = new Intl.DisplayNames(localeFor(language), { type: "currency" });
  const others = Intl.supportedValuesOf("currency").filter((code) => !frequent.includes(code));
  return [...frequent, ...others].map((code) => ({
    value: code,
    label: `${code} · ${names.of(code) ?? code}`,
  }));
}

/** The currency most likely in a time zone; one click away from any other. */
export function likelyCurrency(timeZone: string): string {
  if (timeZone === "Europe/London") return "GBP";
  if (timeZone === "Europe/Zurich") return "CHF";
  if (/^America\/(Toronto|Montreal|Vancouver|Halifax|Winnipeg|Edmonton)$/.test(timeZone)) return "CAD";
  if (timeZone.startsWith("America/")) return "USD";
  return "EUR";
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
/** Two letters that name no country: unions and unknown regions. */
const noCountry = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/** All countries by name; the ones most of our users work in come first. */
export function countries(language: string): Choice[] {
  const real = pairs.filter((code) => isCanonical(`und-${code}`) && !noCountry.has(code));
  return named("region", real, ["FR", "BE", "CH", "CA", "LU", "GB"], language);
}

/** All languages that have a two-letter code, by name. */
export function languages(language: string): Choice[] {
  const real = pairs.map((code) => code.toLowerCase()).filter(isCanonical);
  return named("language", real, ["fr", "en"], language);
}

/** Withdrawn codes are written as what replaced them. */
function isCanonical(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}

function named(type: "region" | "language", codes: string[], frequent: string[], language: string): Choice[] {
  const locale = localeFor(language);
  const names = new Intl.DisplayNames(locale, { type, fallback: "none" });
  const choices = codes.flatMap((value) => {
    const label = names.of(value);
    return label && !frequent.includes(value) ? [{ value, label }] : [];
  });
  const first = frequent.map((value) => ({ value, label: names.of(value) ?? value }));
  return [...first, ...choices.sort((a, b) => a.label.localeCompare(b.label, locale))];
}
