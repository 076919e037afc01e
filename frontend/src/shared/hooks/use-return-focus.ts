import { useEffect } from "react";

/** Gives focus back, when the component goes, to what had it when it came: the row a sheet was opened from. */
export function useReturnFocus(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus());
    };
  }, []);
}
