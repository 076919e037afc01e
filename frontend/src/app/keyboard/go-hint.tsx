import { useLingui } from "@lingui/react";
import { KeyCaps } from "@/shared/commands/key-caps";
import type { Keys } from "@/shared/commands/keys";
import { continuations } from "@/shared/commands/listen";
import type { Active } from "@/shared/commands/registry";
import { titles } from "@/shared/commands/titles";
import classes from "./go-hint.module.css";

/** What the next key would do, after the first one of a sequence. */
export function GoHint({ active, pending }: { active: readonly Active[]; pending: Keys }) {
  const { i18n } = useLingui();
  const seen = new Set<string>();
  const next = continuations(active, pending).filter(({ id }) => !seen.has(id) && seen.add(id));
  return (
    <div className={classes.hint} role="status">
      <KeyCaps keys={pending} />
      <ul className={classes.list}>
        {next.map(({ id, key }) => (
          <li key={id} className={classes.choice}>
            <KeyCaps keys={key} />
            {i18n._(titles[id].title)}
          </li>
        ))}
      </ul>
    </div>
  );
}
