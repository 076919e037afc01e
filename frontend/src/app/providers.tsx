import { I18nProvider, useLingui } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useMemo } from "react";
import { i18n } from "@/shared/i18n/i18n";
import { cssVariablesResolver, makeTheme } from "@/shared/theme/theme";
import { colorSchemeManager } from "./appearance";
import { OfflineBanner } from "./offline-banner";
import type { AppRouter } from "./router";

// Nothing is said in the first moments: messages may come a little later than the page.
const Notifications = lazy(() =>
  import("@mantine/notifications").then((module) => ({ default: module.Notifications })),
);

export function Providers({ queryClient, router }: { queryClient: QueryClient; router: AppRouter }) {
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Appearance>
          <OfflineBanner />
          <RouterProvider router={router} />
        </Appearance>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Mantine in the chosen language: theme labels and calendars follow it. */
export function Appearance({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const theme = useMemo(() => makeTheme(i18n), [i18n, i18n.locale]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <Suspense fallback={null}>
        <Notifications position="bottom-right" limit={4} transitionDuration={150} />
      </Suspense>
      {children}
    </MantineProvider>
  );
}
