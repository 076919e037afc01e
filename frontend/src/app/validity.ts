import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What a person does before a form is sent again. */
const nextActs = ["pointerdown", "keydown", "click", "input"] as const;

/** The browser's own remarks about fields speak its language; these speak the language of the page. */
export function translateValidity(i18n: I18n): void {
  const marked = new Set<Field>();
  const unmark = () => {
    for (const field of marked) field.setCustomValidity("");
    marked.clear();
  };
  document.addEventListener(
    "invalid",
    ({ target }) => {
      const field = target as Field;
      const remark = remarkOn(field, i18n);
      if (!remark) return;
      field.setCustomValidity(remark);
      marked.add(field);
    },
    true,
  );
  // A remark that stays would keep a field that is right by now from being sent.
  for (const act of nextActs) document.addEventListener(act, unmark, true);
}

function remarkOn({ validity, type, minLength }: Field, i18n: I18n): string | null {
  if (validity.customError) return null;
  if (validity.valueMissing) return i18n._(msg`Fill in this field.`);
  if (validity.typeMismatch && type === "email")
    return i18n._(msg`This is not an e-mail address: it looks like name@example.com.`);
  if (validity.typeMismatch && type === "url")
    return i18n._(msg`This is not a web address: it begins with https://.`);
  if (validity.tooShort) return i18n._(msg`At least ${minLength} characters.`);
  return null;
}
