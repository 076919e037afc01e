import { useLingui } from "@lingui/react/macro";
import type { CommandId } from "@/shared/commands/catalogue";
import { KeysOf } from "@/shared/commands/key-caps";
import classes from "./today.module.css";

/** The keys that do most of the work, for who has a keyboard. */
export function KeyHints() {
  const { t } = useLingui();
  const hints: [CommandId, string][] = [
    ["row.previous", ""],
    ["row.next", t`from line to line`],
    ["line.do", t`done`],
    ["line.put-off", t`put off`],
    ["line.plan", t`next action`],
    ["row.open", t`open`],
  ];
  return (
    <p className={classes.keys}>
      {hints.map(([command, what]) => (
        <span key={command}>
          <KeysOf command={command} /> {what}
        </span>
      ))}
    </p>
  );
}
