import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { useMaybeWorkspace } from "../hooks/use-workspace";
import { type Format, localeFor, makeFormat } from "./format";

/** Formatters in the reader's language, with the workspace's time zone and currency. */
export function useFormat(): Format {
  const { i18n } = useLingui();
  const workspace = useMaybeWorkspace();
  const timeZone = workspace?.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const currency = workspace?.currency ?? "EUR";
  return useMemo(
    () => makeFormat({ locale: localeFor(i18n.locale), timeZone, currency }),
    [i18n.locale, timeZone, currency],
  );
}
