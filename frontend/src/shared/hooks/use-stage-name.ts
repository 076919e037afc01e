import { useLingui } from "@lingui/react";
import { useCallback } from "react";

/** The name of a stage in the reader's language. */
export function useStageName(): (stage: { label_en: string; label_fr: string }) => string {
  const { i18n } = useLingui();
  const french = i18n.locale === "fr";
  return useCallback(
    (stage) => (french ? stage.label_fr || stage.label_en : stage.label_en || stage.label_fr),
    [french],
  );
}
