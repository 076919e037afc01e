import type { CommandId } from "./catalogue";
import { keysOf } from "./catalogue";
import classes from "./key-caps.module.css";
import type { Keys } from "./keys";
import { useKeyWords } from "./use-key-words";

interface KeyCapsProps {
  keys: Keys;
  /** Beside what can be clicked as well: left out where there is no keyboard. */
  isHint?: boolean;
}

/** Keys drawn as keys. */
export function KeyCaps({ keys, isHint }: KeyCapsProps) {
  const { capsOf, then } = useKeyWords();
  return (
    <span className={classes.keys} data-hint={isHint}>
      {capsOf(keys).map((caps, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two presses of one key apart.
        <span key={place} className={classes.press}>
          {place > 0 && <span className={classes.then}>{then}</span>}
          {caps.map((cap) => (
            <kbd key={cap} className={classes.cap}>
              {cap}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

/** The first keys of a command; nothing when it has none. */
export function KeysOf({ command }: { command: CommandId }) {
  const [keys] = keysOf(command);
  return keys === undefined ? null : <KeyCaps keys={keys} isHint />;
}
