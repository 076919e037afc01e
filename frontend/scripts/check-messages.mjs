// Fails when a catalogue is out of date with the source, or when a text is missing in either language.
// Leaves the catalogues as they were: `npm run messages` is what updates them.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { formatter } from "@lingui/format-po";

const lingui = new URL("../node_modules/@lingui/cli/dist/lingui.js", import.meta.url).pathname;
const run = (...args) => execFileSync(process.execPath, [lingui, ...args], { encoding: "utf8" });

const before = ["en", "fr", "pseudo-en"].map((locale) => {
  const path = new URL(`../src/locales/${locale}.po`, import.meta.url);
  return { locale, path, text: readFileSync(path, "utf8") };
});

run("extract", "--clean");
const stale = before.filter(({ path, text }) => readFileSync(path, "utf8") !== text);
for (const { path, text } of before) writeFileSync(path, text);

if (stale.length > 0) {
  console.error(
    `Catalogues out of date: ${stale.map(({ locale }) => locale).join(", ")}. Run "npm run messages" and translate.`,
  );
  process.exit(1);
}

// `lingui compile --strict` takes the English for a French text that is missing: the application falls back to it.
const { parse } = formatter({ origins: false });
const context = (locale) => ({ locale, sourceLocale: "en", filename: `${locale}.po` });
const missing = await Promise.all(
  ["en", "fr"].map(async (locale) => {
    const { text } = before.find((catalogue) => catalogue.locale === locale);
    return Object.values(await parse(text, context(locale)))
      .filter(({ translation }) => !translation?.trim())
      .map(({ message }) => `${locale}: ${message}`);
  }),
);
if (missing.flat().length > 0) {
  console.error(`Not translated in src/locales:\n${missing.flat().join("\n")}`);
  process.exit(1);
}

try {
  run("compile", "--strict");
} catch (error) {
  console.error(error.stdout, error.stderr);
  process.exit(1);
}
