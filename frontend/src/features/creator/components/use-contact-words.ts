import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/shared/api/schemas";

/** Ways of reaching a person, and of addressing them in French. */
export function useContactWords() {
  const { t } = useLingui();
  const kinds: Record<Schemas["ContactKind"], string> = {
    email: t`E-mail`,
    phone: t`Telephone`,
    agent_email: t`Agent’s e-mail`,
    website: t`Website`,
  };
  const forms: Record<Schemas["AddressForm"], string> = {
    tu: t({ message: "tu", context: "form of address" }),
    vous: t({ message: "vous", context: "form of address" }),
  };
  return { kinds, forms };
}
