import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "fr", "pseudo-en"],
  // Shows at a glance what was left untranslated.
  pseudoLocale: "pseudo-en",
  fallbackLocales: { default: "en" },
  catalogs: [{ path: "<rootDir>/src/locales/{locale}", include: ["src"], exclude: ["**/*.test.*"] }],
  compileNamespace: "ts",
  format: formatter({ origins: false }),
});
