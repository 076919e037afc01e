import { useLingui } from "@lingui/react/macro";
import type { Tone } from "@/shared/ui/status-dot";
import type { Import } from "../api";

type Outcome = Import["preview"]["rows"][number]["outcome_guess"];

export function useImportWords() {
  const { t } = useLingui();
  const guesses: Record<Outcome, string> = {
    created: t({ message: "added", context: "what becomes of a row" }),
    updated: t({ message: "completed", context: "what becomes of a row" }),
    skipped: t({ message: "left as it is", context: "what becomes of a row" }),
    rejected: t({ message: "rejected", context: "what becomes of a row" }),
  };
  const states: Record<Import["state"], string> = {
    draft: t({ message: "To check", context: "state of an import" }),
    running: t({ message: "In progress", context: "state of an import" }),
    done: t({ message: "Done", context: "state of an import" }),
    failed: t({ message: "Failed", context: "state of an import" }),
    cancelled: t({ message: "Stopped", context: "state of an import" }),
    undone: t({ message: "Taken back", context: "state of an import" }),
  };
  return { guesses, states };
}

export const stateTones: Record<Import["state"], Tone> = {
  draft: "warn",
  running: "info",
  done: "good",
  failed: "bad",
  cancelled: "muted",
  undone: "muted",
};
