import { browserTimeZone, likelyCurrency } from "@/shared/format/choices";
import { isLanguage, type Language } from "@/shared/i18n/languages";

export interface WorkspaceDraft {
  name: string;
  language: Language;
  time_zone: string;
  currency: string;
}

/** A new workspace, with everything guessed that the browser knows. */
export function draftWorkspace(locale: string, timeZone: string = browserTimeZone()): WorkspaceDraft {
  return {
    name: "",
    language: isLanguage(locale) ? locale : "en",
    time_zone: timeZone,
    currency: likelyCurrency(timeZone),
  };
}
