import type { NotificationData } from "@mantine/notifications";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useErrorText } from "../hooks/use-error-text";
import { UndoMessage } from "./undo-message";

/** Load what shows messages when the first one is to be shown. */
const shower = () => import("@mantine/notifications").then((module) => module.notifications);

const show = async (data: NotificationData) => {
  (await shower()).show(data);
};

/** Short messages at the edge of the screen. */
export function useToasts() {
  const describe = useErrorText();

  return {
    done: (message: string) => void show({ message, color: "gray", autoClose: 4_000 }),

    /** A change that can be taken back: says what was done and offers to undo it for ten seconds. */
    undoable: (message: ReactNode, undo: () => void) => {
      const id = `undo-${performance.now()}`;
      let isUndone = false;
      const onUndo = () => {
        // The message fades away: what it offers can be taken once.
        if (isUndone) return;
        isUndone = true;
        void shower().then((notifications) => notifications.hide(id));
        undo();
      };
      void show({
        id,
        color: "gray",
        autoClose: 10_000,
        message: <UndoMessage message={message} onUndo={onUndo} />,
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
