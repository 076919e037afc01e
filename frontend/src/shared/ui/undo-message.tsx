import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import classes from "./toasts.module.css";
import { offerUndo } from "./undo";

/** What was done, with the way back: a button, and a key for as long as this shows. */
export function UndoMessage({ message, onUndo }: { message: ReactNode; onUndo: () => void }) {
  const { t } = useLingui();
  const undo = useEffectEvent(onUndo);
  useEffect(() => offerUndo(() => undo()), []);
  return (
    <span className={classes.undoable}>
      <span>{message}</span>
      <Button size="compact-sm" variant="subtle" onClick={onUndo}>
        {t`Undo`}
      </Button>
    </span>
  );
}
