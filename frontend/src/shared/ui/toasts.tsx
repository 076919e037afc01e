import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import type { NotificationData } from "@mantine/notifications";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useErrorText } from "../hooks/use-error-text";
import classes from "./toasts.module.css";

/** Load what shows messages when the first one is to be shown. */
const shower = () => import("@mantine/notifications").then((module) => module.notifications);

const show = async (data: NotificationData) => {
  (await shower()).show(data);
};

/** Short messages at the edge of the screen. */
export function useToasts() {
  const { t } = useLingui();
  const describe = useErrorText();

  return {
    done: (message: string) => void show({ message, color: "gray", autoClose: 4_000 }),

    /** A change that can be taken back: says what was done and offers to undo it for ten seconds. */
    undoable: (message: ReactNode, undo: () => void) => {
      const id = `undo-${performance.now()}`;
      void show({
        id,
        color: "gray",
        autoClose: 10_000,
        message: (
          <span className={classes.undoable}>
            <span>{message}</span>
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                void shower().then((notifications) => notifications.hide(id));
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
      void show({
        title: message,
        message: describe(error),
        color: "red",
        icon: <IconAlertCircle size={18} aria-hidden />,
        autoClose: 12_000,
      }),
  };
}
