import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/shared/api/schemas";

/** Proper names, but for the last. */
export function useCarriers(): Record<Schemas["Carrier"], string> {
  const { t } = useLingui();
  return {
    la_poste: "La Poste",
    colissimo: "Colissimo",
    chronopost: "Chronopost",
    mondial_relay: "Mondial Relay",
    dhl: "DHL",
    ups: "UPS",
    fedex: "FedEx",
    dpd: "DPD",
    gls: "GLS",
    royal_mail: "Royal Mail",
    other: t`Another carrier`,
  };
}
