import { localStorageColorSchemeManager } from "@mantine/core";
import { applyDensity, storedDensity } from "@/shared/hooks/use-density";

export const colorSchemeManager = localStorageColorSchemeManager({ key: "relais.theme" });

/**
 * Sets theme and density before the first paint. Done from the bundle rather than by an inline script, which the
 * content security policy would refuse.
 */
export function applyStoredAppearance(): void {
  const stored = colorSchemeManager.get("auto");
  const systemIsDark = globalThis.matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = stored === "auto" ? (systemIsDark ? "dark" : "light") : stored;
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
  applyDensity(storedDensity());
}
