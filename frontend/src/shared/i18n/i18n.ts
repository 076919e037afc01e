import { i18n, type Messages } from "@lingui/core";
import { type Locale, rememberLocale } from "./languages";

const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import("../../locales/en.po"),
  fr: () => import("../../locales/fr.po"),
  "pseudo-en": () => import("../../locales/pseudo-en.po"),
};

/** Loads a language on demand and switches the whole page to it. */
export async function activateLocale(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale === "pseudo-en" ? "en" : locale;
  rememberLocale(locale);
}

export { i18n };
