import type { CommandId } from "./catalogue";
import { keysOf } from "./catalogue";
import { hasCommandKey, isModifier, type Keys, nameOf } from "./keys";
import type { Active, Registry } from "./registry";
import { isInPopup, isTyping, openDialogs } from "./typing";

/** Holds Ctrl or ⌘, so it writes nothing: the palette opens from a field too. */
const alsoWhileTyping: ReadonlySet<Keys> = new Set(["mod+k"]);
/** Held down, these go on; anything else happens once. */
const repeats = /^(shift\+)?(Arrow|[jk]$)/;
/** How long the second key of a sequence may take, in milliseconds. */
const patience = 2_000;

interface Listening {
  registry: Registry;
  /** The keys pressed so far of a sequence; `null` when there is none. */
  onPending: (keys: Keys | null) => void;
  isMac?: boolean;
}

/** Gives the commands whose keys are pressed, until the returned function is called. */
export function listen({ registry, onPending, isMac = hasCommandKey() }: Listening): () => void {
  let pending: Keys | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (keys: Keys | null) => {
    clearTimeout(timer);
    if (keys !== null) timer = setTimeout(wait, patience, null);
    if (keys === pending) return;
    pending = keys;
    onPending(keys);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isModifier(event.key)) return;
    const target = event.composedPath()[0] ?? event.target;
    const name = nameOf(event, isMac);
    if (!isForUs(event, target, name)) return wait(null);
    const active = commandsNow(registry);
    const keys: Keys = pending === null ? name : `${pending} ${name}`;
    const command = active.find(({ id }) => keysOf(id).includes(keys));
    if (command) {
      wait(null);
      if (event.repeat && !repeats.test(name)) event.preventDefault();
      else if (command.run() !== false) event.preventDefault();
    } else if (active.some(({ id }) => keysOf(id).some((each) => each.startsWith(`${keys} `)))) {
      event.preventDefault();
      wait(keys);
    } else wait(null);
  };
  const forget = () => wait(null);
  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("pointerdown", forget);
  // Keys are heard from now on: what drives a browser, a tool or a test, can wait for it.
  document.documentElement.dataset.keys = "heard";
  return () => {
    delete document.documentElement.dataset.keys;
    document.removeEventListener("keydown", onKeyDown);
    document.removeEventListener("pointerdown", forget);
    clearTimeout(timer);
  };
}

function isForUs(event: KeyboardEvent, target: EventTarget | null, name: Keys): boolean {
  // 229: a key that goes into a word being composed.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (isTyping(target) && !alsoWhileTyping.has(name)) return false;
  return !isInPopup(target);
}

/** What a key may mean at this moment. Under two dialogs nothing: whose key it is could not be told. */
export function commandsNow(registry: Registry): Active[] {
  const dialogs = openDialogs();
  return dialogs > 1 ? [] : registry.active(dialogs === 1);
}

/** Commands one key after these ones leads to. */
export function continuations(active: readonly Active[], pending: Keys): { id: CommandId; key: string }[] {
  return active.flatMap(({ id }) =>
    keysOf(id).flatMap((keys) =>
      keys.startsWith(`${pending} `) ? [{ id, key: keys.slice(pending.length + 1) }] : [],
    ),
  );
}
