import type { I18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { type CSSVariablesResolver, createTheme, type MantineThemeOverride } from "@mantine/core";
import { dark, gray, petrol, red } from "./palette";

const fontFamily =
  '"Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Every design token of Relais. Built again when the language changes, for the labels only screen readers hear. */
export function makeTheme(i18n: I18n): MantineThemeOverride {
  const close = i18n._(msg`Close`);
  const clear = i18n._(msg`Clear`);
  const calendar = {
    ariaLabels: {
      nextMonth: i18n._(msg`Next month`),
      previousMonth: i18n._(msg`Previous month`),
      nextYear: i18n._(msg`Next year`),
      previousYear: i18n._(msg`Previous year`),
      nextDecade: i18n._(msg`Next decade`),
      previousDecade: i18n._(msg`Previous decade`),
    },
    clearButtonProps: { "aria-label": clear },
  };
  const clearable = { clearButtonProps: { "aria-label": clear } };
  // The list itself scrolls: arrow keys reach its end, which a box around it would not know.
  const list = {
    defaultProps: { withScrollArea: false },
    styles: { options: { maxHeight: 220, overflowY: "auto" } },
  } as const;
  const title = { fontWeight: 600, fontSize: "1.0625rem", lineHeight: 1.35 };

  return createTheme({
    fontFamily,
    headings: {
      fontFamily,
      fontWeight: "600",
      textWrap: "balance",
      sizes: {
        h1: { fontSize: "1.375rem", lineHeight: "1.75rem" },
        h2: { fontSize: "1.0625rem", lineHeight: "1.5rem" },
        h3: { fontSize: "0.9375rem", lineHeight: "1.375rem" },
      },
    },
    fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
    lineHeights: { xs: "1.35", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.5" },
    spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
    radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
    defaultRadius: "md",
    colors: { petrol, gray, dark, red },
    primaryColor: "petrol",
    primaryShade: { light: 7, dark: 6 },
    autoContrast: true,
    luminanceThreshold: 0.4,
    cursorType: "pointer",
    respectReducedMotion: true,
    focusRing: "auto",
    shadows: {
      xs: "0 1px 2px rgb(0 0 0 / 6%)",
      sm: "0 1px 3px rgb(0 0 0 / 8%), 0 1px 2px rgb(0 0 0 / 4%)",
      md: "0 4px 16px rgb(0 0 0 / 10%), 0 1px 3px rgb(0 0 0 / 6%)",
      lg: "0 12px 32px rgb(0 0 0 / 14%), 0 2px 6px rgb(0 0 0 / 6%)",
    },
    components: {
      ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
      Alert: { defaultProps: { variant: "light", closeButtonLabel: close } },
      Badge: {
        defaultProps: { variant: "light", radius: "sm" },
        styles: { label: { textTransform: "none", fontWeight: 500 } },
      },
      Button: {
        // One size of text on every button, whatever its height.
        vars: () => ({ root: { "--button-fz": "var(--mantine-font-size-sm)" } }),
        styles: { label: { fontWeight: 500 } },
      },
      CloseButton: { defaultProps: { "aria-label": close } },
      Combobox: { defaultProps: { transitionProps: { duration: 100 }, shadow: "md" } },
      DateInput: { defaultProps: calendar },
      DatePicker: { defaultProps: { ariaLabels: calendar.ariaLabels } },
      DatePickerInput: { defaultProps: calendar },
      Drawer: {
        defaultProps: {
          transitionProps: { duration: 150 },
          closeButtonProps: { "aria-label": close },
          overlayProps: { backgroundOpacity: 0.35 },
        },
        styles: { title },
      },
      Menu: {
        defaultProps: {
          transitionProps: { duration: 100 },
          shadow: "md",
          // Its first item takes the focus instead of an empty element that no menu may hold.
          withInitialFocusPlaceholder: false,
          // A long menu on a small screen scrolls.
          middlewares: { flip: true, shift: true, size: { padding: 8 } },
        },
        styles: { dropdown: { overflowY: "auto" } },
      },
      Modal: {
        defaultProps: {
          transitionProps: { duration: 120 },
          closeButtonProps: { "aria-label": close },
          overlayProps: { backgroundOpacity: 0.35 },
          // Hung from one height, a dialog does not jump when its content grows.
          yOffset: "8dvh",
        },
        styles: { title },
      },
      MultiSelect: { ...list, defaultProps: { ...clearable, ...list.defaultProps, hidePickedOptions: true } },
      Notification: { defaultProps: { closeButtonProps: { "aria-label": close } } },
      Pagination: {
        defaultProps: {
          getControlProps: (control: string) => ({
            "aria-label": {
              first: i18n._(msg`First page`),
              previous: i18n._(msg`Previous page`),
              next: i18n._(msg`Next page`),
              last: i18n._(msg`Last page`),
            }[control],
          }),
        },
      },
      PasswordInput: {
        defaultProps: {
          visibilityToggleButtonProps: { "aria-label": i18n._(msg`Show or hide the password`) },
        },
      },
      Pill: {
        defaultProps: {
          removeButtonProps: { "aria-label": i18n._(msg`Remove`), tabIndex: 0, "aria-hidden": false },
        },
      },
      // What opens over the page belongs to the landmark it is opened from: `main` of every page has this id.
      Popover: {
        defaultProps: { transitionProps: { duration: 100 }, shadow: "md", portalProps: { target: "#main" } },
      },
      Select: { ...list, defaultProps: { ...clearable, ...list.defaultProps, checkIconPosition: "right" } },
      TagsInput: { ...list, defaultProps: { ...clearable, ...list.defaultProps } },
      Tooltip: {
        defaultProps: {
          transitionProps: { duration: 100 },
          openDelay: 300,
          withArrow: false,
          multiline: true,
        },
      },
    },
  });
}

/** Colours by role. Components use these names, never a shade, so that light and dark stay one decision. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    "--relais-motion": "120ms",
    "--relais-nav-width": "13.5rem",
  },
  light: {
    // Amber on its own tint is too pale to read; tints of whole paragraphs stay quiet.
    "--mantine-color-yellow-light": "#fff6dd",
    "--mantine-color-yellow-light-color": "#7a4d00",
    "--mantine-color-red-light": "#fdecea",
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b1b1f",
    // Mantine's own dimmed text is 3.3:1.
    "--mantine-color-dimmed": gray[7],
    "--mantine-color-placeholder": "#6e6e77",
    "--mantine-color-error": "#b42318",
    "--mantine-color-anchor": petrol[7],
    "--mantine-color-default-border": gray[3],
    "--relais-canvas": "#f7f7f8",
    "--relais-surface": "#ffffff",
    "--relais-hover": "#f4f4f5",
    "--relais-selected": petrol[0],
    "--relais-line": gray[2],
    "--relais-line-strong": gray[4],
    "--relais-accent": petrol[7],
    "--relais-skeleton": gray[2],
    "--relais-box": "#8f8f98",
    "--relais-good": "#16703c",
    "--relais-warn": "#8a5a00",
    "--relais-bad": "#b42318",
    "--relais-info": "#1f5fae",
    "--relais-muted": gray[6],
  },
  dark: {
    "--mantine-color-body": dark[7],
    "--mantine-color-text": dark[0],
    "--mantine-color-dimmed": dark[1],
    "--mantine-color-placeholder": "#94949d",
    "--mantine-color-error": "#ff8a80",
    "--mantine-color-anchor": petrol[4],
    "--mantine-color-default-border": dark[4],
    // Mantine's tints are too saturated on near-black: badges and alerts would glow or vanish.
    "--mantine-color-yellow-light": "rgb(240 185 78 / 14%)",
    "--mantine-color-yellow-light-color": "#f0b94e",
    "--mantine-color-petrol-light": "rgb(95 182 191 / 16%)",
    "--mantine-color-petrol-light-hover": "rgb(95 182 191 / 22%)",
    "--mantine-color-petrol-light-color": petrol[3],
    "--mantine-color-gray-light": "rgb(255 255 255 / 8%)",
    "--mantine-color-gray-light-hover": "rgb(255 255 255 / 12%)",
    "--mantine-color-gray-light-color": dark[0],
    "--mantine-color-red-light": "rgb(238 114 104 / 16%)",
    "--mantine-color-red-light-hover": "rgb(238 114 104 / 22%)",
    "--mantine-color-red-light-color": red[3],
    "--relais-canvas": dark[8],
    "--relais-surface": dark[7],
    "--relais-hover": dark[6],
    "--relais-selected": "#12313a",
    "--relais-line": dark[5],
    "--relais-line-strong": dark[3],
    "--relais-accent": petrol[4],
    "--relais-skeleton": dark[5],
    "--relais-box": "#777781",
    "--relais-good": "#5fce8d",
    "--relais-warn": "#f0b94e",
    "--relais-bad": "#ff8a80",
    "--relais-info": "#7db4f5",
    "--relais-muted": dark[2],
  },
});
