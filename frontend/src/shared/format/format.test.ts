import { describe, expect, it } from "vitest";
import { makeFormat } from "./format";

const paris = { timeZone: "Europe/Paris", currency: "EUR" };
const en = makeFormat({ locale: "en", ...paris });
const fr = makeFormat({ locale: "fr", ...paris });
const now = new Date("2026-11-21T12:00:00Z");
/** French typography uses no-break spaces; spelled as plain ones here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers", () => {
  it.each([
    [null, "—", "—"],
    [undefined, "—", "—"],
    [0, "0", "0"],
    [999, "999", "999"],
    [12_345, "12,345", "12 345"],
    [1_000_000, "1,000,000", "1 000 000"],
  ])("number(%s)", (value, english, french) => {
    expect(en.number(value)).toBe(english);
    expect(plain(fr.number(value))).toBe(french);
  });

  it.each([
    [null, "—", "—"],
    [0, "0", "0"],
    [950, "950", "950"],
    [12_345, "12.3K", "12,3 k"],
    [1_000_000, "1M", "1 M"],
    [2_460_000, "2.5M", "2,5 M"],
    [133_900, "134K", "134 k"],
    [99_960, "100K", "100 k"],
  ])("compact(%s)", (value, english, french) => {
    expect(en.compact(value)).toBe(english);
    expect(plain(fr.compact(value))).toBe(french);
  });

  it.each([
    [null, "—", "—"],
    [0, "0.0%", "0,0 %"],
    [0.06, "6.0%", "6,0 %"],
    [0.0314, "3.1%", "3,1 %"],
  ])("percent(%s)", (value, english, french) => {
    expect(en.percent(value)).toBe(english);
    expect(plain(fr.percent(value))).toBe(french);
  });

  it("share is written as short as it is", () => {
    expect(en.share(0.63)).toBe("63%");
    expect(en.share(0.025, 2)).toBe("2.5%");
    expect(plain(fr.share(null))).toBe("—");
  });

  it("growth shows its sign", () => {
    expect(en.growth(0.05)).toBe("+5%");
    expect(en.growth(-0.05)).toBe("-5%");
    expect(en.growth(0)).toBe("0%");
  });
});

describe("money", () => {
  it.each([
    [null, "—", "—"],
    ["", "—", "—"],
    ["0.00", "€0", "0 €"],
    ["1250.00", "€1,250", "1 250 €"],
    ["19.90", "€19.90", "19,90 €"],
  ])("money(%s)", (amount, english, french) => {
    expect(en.money(amount)).toBe(english);
    expect(plain(fr.money(amount))).toBe(french);
  });
});

describe("dates", () => {
  it("keeps a day the same day in every time zone", () => {
    const honolulu = makeFormat({ locale: "en", timeZone: "Pacific/Honolulu", currency: "USD" });
    expect(honolulu.date("2026-11-21")).toBe("21 Nov 2026");
  });

  it("shows moments in the workspace's time zone", () => {
    expect(en.dateTime("2026-11-21T23:30:00Z")).toBe("22 Nov 2026, 00:30");
    expect(en.today(new Date("2026-11-21T23:30:00Z"))).toBe("2026-11-22");
  });

  it.each([
    [null, "—", "—"],
    ["2026-11-21T11:59:40Z", "now", "maintenant"],
    ["2026-11-21T11:30:00Z", "30 minutes ago", "il y a 30 minutes"],
    ["2026-11-20T12:00:00Z", "yesterday", "hier"],
    ["2026-11-24", "in 3 days", "dans 3 jours"],
    ["2026-11-21", "today", "aujourd’hui"],
    ["2026-11-01T12:00:00Z", "2 weeks ago", "il y a 2 semaines"],
    ["2026-06-01", "5 months ago", "il y a 5 mois"],
    ["2023-06-01", "3 years ago", "il y a 3 ans"],
  ])("age(%s)", (value, english, french) => {
    expect(en.age(value, now)).toBe(english);
    expect(plain(fr.age(value, now))).toBe(french);
  });
});

describe("names", () => {
  it("names languages and countries in the reader's language", () => {
    expect(fr.languageName("de")).toBe("allemand");
    expect(en.countryName("BE")).toBe("Belgium");
    expect(en.countryName(null)).toBe("—");
  });
});
