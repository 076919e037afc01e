/** Inputs whose keys write nothing. */
const buttons = new Set(["button", "checkbox", "file", "image", "radio", "reset", "submit"]);

/** Whether keys pressed there write, or choose a value: they belong to the field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !buttons.has(target.type);
  // jsdom has no isContentEditable.
  return (
    target.isContentEditable ||
    target.closest(
      "textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=spinbutton], [role=slider]",
    ) !== null
  );
}

/** Whether something small is open there that has keys of its own: a menu, a list, a question on a card. */
export function isInPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[role=menu], [role=listbox], [role=dialog]:not([aria-modal=true])") !== null
  );
}

/** How many dialogs cover the page. */
export function openDialogs(): number {
  return document.querySelectorAll("[role=dialog][aria-modal=true]").length;
}

/** Whether the focus is nowhere in particular: on the page as a whole. */
export function isUnfocused(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.id === "main";
}
