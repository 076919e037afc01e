import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import classes from "./toasts.module.css";

/** Messages that offer Undo, the newest last: the key belongs to that one. */
const offered: object[] = [];

/** What was done, with the way back: the button, or Ctrl+Z wherever one is, fields apart. */
export function UndoMessage({ message, onUndo }: { message: string; onUndo: () => void }) {
  const { t } = useLingui();
  const me = useRef({});
  useEffect(() => {
    const { current } = me;
    offered.push(current);
    return () => void offered.splice(offered.indexOf(current), 1);
  }, []);
  useHotkeys([
    [
      "mod+Z",
      (event) => {
        // One press takes back one thing: whoever acts first, the others see it handled.
        if (event.defaultPrevented || offered.at(-1) !== me.current) return;
        event.preventDefault();
        onUndo();
      },
      { preventDefault: false },
    ],
  ]);
  return (
    <span className={classes.undoable}>
      <span>{message}</span>
      <Button
        size="compact-sm"
        variant="subtle"
        title={t`Ctrl+Z`}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={onUndo}
      >
        {t`Undo`}
      </Button>
    </span>
  );
}
