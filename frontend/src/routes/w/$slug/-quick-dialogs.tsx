import { lazy, Suspense } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";

// Asked for by a click: nothing of them comes with the page.
const NewSending = lazy(() => import("@/features/sendings/components/new-sending"));
const AddPiece = lazy(() => import("@/features/coverage/components/add-piece"));

interface QuickDialogsProps {
  quick: "send" | "coverage" | undefined;
  creatorId?: number;
  cardId?: number;
  sendingId?: number;
  onClose: () => void;
}

/** Sending a product or recording a publication from where one is, about whom one is looking at. */
export function QuickDialogs({ quick, onClose, sendingId, ...who }: QuickDialogsProps) {
  const { role } = useWorkspace();
  if (!quick || !isAtLeast(role, "editor")) return null;
  return (
    <Suspense fallback={null}>
      {quick === "send" ? (
        <NewSending {...who} onClose={onClose} />
      ) : (
        <AddPiece {...who} sendingId={sendingId} onClose={onClose} />
      )}
    </Suspense>
  );
}
