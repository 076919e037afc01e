import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "./shared/theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyStoredAppearance } from "./app/appearance";
import { Providers } from "./app/providers";
import { makeQueryClient } from "./app/query-client";
import { makeRouter } from "./app/router";
import { goToSignIn } from "./app/sign-in-redirect";
import { translateValidity } from "./app/validity";
import { activateLocale, i18n } from "./shared/i18n/i18n";
import { guessLocale } from "./shared/i18n/languages";

applyStoredAppearance();

const queryClient = makeQueryClient(() => goToSignIn(router));
const router = makeRouter(queryClient);

// A new version was installed while this page was open, and the part it asks for is gone: take the new version.
globalThis.addEventListener("vite:preloadError", (event) => {
  event.preventDefault();
  globalThis.location.reload();
});

async function start() {
  await activateLocale(guessLocale());
  translateValidity(i18n);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no #root element.");
  createRoot(root).render(
    <StrictMode>
      <Providers queryClient={queryClient} router={router} />
    </StrictMode>,
  );
}

void start();
