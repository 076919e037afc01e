import "@testing-library/jest-dom/vitest";
import { i18n } from "@lingui/core";
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
Element.prototype.scrollIntoView = () => {};

// Source texts are English; tests read them without a catalogue.
i18n.loadAndActivate({ locale: "en", messages: {} });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());
