import { useState } from "react";
import { useWorkspace } from "@/shared/hooks/use-workspace";

/** Which columns are folded away; remembered in this browser, for all boards of the workspace. */
export function useCollapsed(): [ReadonlySet<string>, (key: string) => void] {
  const { slug } = useWorkspace();
  const storageKey = `relais.board.folded.${slug}`;
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set((localStorage.getItem(storageKey) ?? "").split(" ").filter(Boolean)),
  );
  const toggle = (key: string) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    localStorage.setItem(storageKey, [...next].join(" "));
    setFolded(next);
  };
  return [folded, toggle];
}
