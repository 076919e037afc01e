import "@testing-library/jest-dom/vitest";
import { i18n } from "@lingui/core";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { server } from "./server";

// What Mantine asks of a browser and jsdom lacks.
vi.stubGlobal(
  "matchMedia",
  (query: string): MediaQueryList =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList,
);
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
);
// Fields that grow with their text ask when fonts have loaded.
Object.defineProperty(document, "fonts", { value: new EventTarget() });
Element.prototype.scrollIntoView = () => {};
vi.stubGlobal("scrollTo", () => {});
// As after a first visit: no test cares where the token comes from.
// biome-ignore lint/suspicious/noDocumentCookie: jsdom has no cookie store.
document.cookie = "csrftoken=of-this-test";

// Source texts are English; tests read them without a catalogue.
i18n.loadAndActivate({ locale: "en", messages: {} });

// A busy machine is not a failure.
configure({ asyncUtilTimeout: 15_000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
