/** Languages people can choose. `pseudo-en` exists for tests: it makes untranslated text visible. */
export const languages = ["en", "fr"] as const;

export type Language = (typeof languages)[number];
export type Locale = Language | "pseudo-en";

/** Each language by its own name, so that someone lost in the other can find theirs. */
export const languageNames: Record<Language, string> = { en: "English", fr: "Français" };

const storageKey = "relais.language";

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language before anyone has signed in: last one used in this browser, else the browser's, else English. */
export function guessLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  if (stored === "pseudo-en" || isLanguage(stored)) return stored;
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return preferred ?? "en";
}

export function rememberLocale(locale: Locale): void {
  localStorage.setItem(storageKey, locale);
}
