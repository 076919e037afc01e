import { beforeAll, expect, it } from "vitest";
import { activateLocale, i18n } from "@/shared/i18n/i18n";
import { translateValidity } from "./validity";

interface Attributes {
  type?: string;
  value?: string;
  required?: boolean;
}

function field(attributes: Attributes): HTMLInputElement {
  return document.body.appendChild(Object.assign(document.createElement("input"), attributes));
}

beforeAll(async () => {
  await activateLocale("fr");
  translateValidity(i18n);
});

it.each<[Attributes, string]>([
  [{ required: true }, "Remplissez ce champ."],
  [
    { type: "email", value: "léa" },
    "Ce n’est pas une adresse e-mail\u00a0: elle ressemble à nom@exemple.fr.",
  ],
  [{ type: "url", value: "blog" }, "Ce n’est pas une adresse web\u00a0: elle commence par https://."],
])("says in the language of the page what is wrong with %o", (attributes, remark) => {
  const input = field(attributes);
  expect(input.reportValidity()).toBe(false);
  expect(input.validationMessage).toBe(remark);
});

it("lets a field go once it is right, also when nobody typed in it", () => {
  const input = field({ required: true });
  input.reportValidity();
  input.value = "chosen from a list";
  document.body.click();
  expect(input.reportValidity()).toBe(true);
});
