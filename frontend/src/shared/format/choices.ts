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
