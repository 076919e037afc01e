import { useSyncExternalStore } from "react";

export type Density = "comfortable" | "dense";

const storageKey = "relais.density";
const listeners = new Set<() => void>();

export function storedDensity(): Density {
  return localStorage.getItem(storageKey) === "dense" ? "dense" : "comfortable";
}

/** Rows read their height from a CSS variable set on the root element. */
export function applyDensity(density: Density): void {
  document.documentElement.dataset.density = density;
}

export function setDensity(density: Density): void {
  localStorage.setItem(storageKey, density);
  applyDensity(density);
  for (const listener of listeners) listener();
}

export function useDensity(): Density {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, storedDensity);
}

/** Height of a table row, in pixels: virtual lists need it as a number. */
export function useRowHeight(): number {
  return useDensity() === "dense" ? 32 : 40;
}
