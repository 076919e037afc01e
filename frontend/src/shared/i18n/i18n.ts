import { i18n, type Messages } from "@lingui/core";
import dayjs from "dayjs";
import { type Locale, rememberLocale } from "./languages";

const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("../../locales/en.po"),
  fr: () => import("../../locales/fr.po"),
  "pseudo-en": () => import("../../locales/pseudo-en.po"),
};

/** Loads a language on demand and switches the whole page to it. */
export async function activateLocale(locale: Locale): Promise<void> {
  const [{ messages }] = await Promise.all([
    catalogues[locale](),
    // English is built into dayjs, which only Mantine's calendars use.
    locale === "fr" ? import("dayjs/locale/fr") : undefined,
  ]);
  dayjs.locale(locale === "fr" ? "fr" : "en");
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale === "pseudo-en" ? "en" : locale;
  rememberLocale(locale);
}

export { i18n };
