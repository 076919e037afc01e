import { useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import type { Keys } from "@/shared/commands/keys";
import { commandsNow, listen } from "@/shared/commands/listen";
import { type Active, registry } from "@/shared/commands/registry";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { GoHint } from "./go-hint";
import { rememberVisit, visitAt } from "./recent";
import { useGlobalCommands } from "./use-global-commands";

const Palette = lazy(() => import("./palette"));
const HelpDialog = lazy(() => import("./help-dialog"));

export type Panel = "palette" | "help";

interface KeyboardProps {
  /** What a button of the page asked for. */
  panel: Panel | null;
  onPanel: (panel: Panel | null) => void;
}

/** Keys, the palette and the list of keys. Loaded once the page shows: nobody types faster. */
export default function Keyboard({ panel, onPanel }: KeyboardProps) {
  const [pending, setPending] = useState<Keys | null>(null);
  useGlobalCommands(onPanel);
  useVisits();
  useEffect(() => listen({ registry, onPending: setPending }), []);
  return (
    <>
      {pending !== null && <GoHint active={commandsNow(registry)} pending={pending} />}
      {panel && <OpenPanel key={panel} panel={panel} onClose={() => onPanel(null)} />}
    </>
  );
}

/** Remembers what was active before the panel covered it, and gives the focus back to where it was. */
function OpenPanel({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const [active] = useState<readonly Active[]>(() => registry.active(false));
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
  const props = { active, onClose };
  return (
    <Suspense fallback={null}>
      {panel === "palette" ? <Palette {...props} /> : <HelpDialog {...props} />}
    </Suspense>
  );
}

/** Remembers which creators and campaigns were looked at. */
function useVisits(): void {
  const { slug } = useWorkspace();
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" });
  const remember = useEffectEvent((path: string) => {
    const visit = visitAt(path);
    if (visit) rememberVisit(slug, visit);
  });
  useEffect(() => remember(pathname), [pathname]);
}
