import { expect, it } from "vitest";
import { draftWorkspace } from "./model";

it.each([
  ["fr", "Europe/Paris", { language: "fr", time_zone: "Europe/Paris", currency: "EUR" }],
  ["en", "Europe/London", { language: "en", time_zone: "Europe/London", currency: "GBP" }],
  ["fr", "Europe/Zurich", { language: "fr", time_zone: "Europe/Zurich", currency: "CHF" }],
  ["fr", "America/Montreal", { language: "fr", time_zone: "America/Montreal", currency: "CAD" }],
  ["pseudo-en", "America/New_York", { language: "en", time_zone: "America/New_York", currency: "USD" }],
])("guesses a workspace from %s in %s", (locale, timeZone, expected) => {
  expect(draftWorkspace(locale, timeZone)).toEqual({ name: "", ...expected });
});
