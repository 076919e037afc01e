import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle } from "@tabler/icons-react";
import { useErrorText } from "../hooks/use-error-text";
import classes from "./toasts.module.css";

/** Short messages at the edge of the screen. */
export function useToasts() {
  const { t } = useLingui();
  const describe = useErrorText();

  return {
    done: (message: string) => notifications.show({ message, color: "gray", autoClose: 4_000 }),

    /** A change that can be taken back: says what was done and offers to undo it for ten seconds. */
    undoable: (message: string, undo: () => void) => {
      const id = notifications.show({
        color: "gray",
        autoClose: 10_000,
        message: (
          <span className={classes.undoable}>
            <span>{message}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t`Undo`}
            </Button>
          </span>
        ),
      });
    },

    /** A change that did not happen: what it was, and why. Stays until it is read. */
    failed: (message: string, error: unknown) =>
      notifications.show({
        title: message,
        message: describe(error),
        color: "red",
        icon: <IconAlertCircle size={18} aria-hidden />,
        autoClose: 12_000,
      }),
  };
}
