import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "../api/schemas";

type Reason = Schemas["Duplicate"]["reasons"][number];

/** Why two records may be one person, in words. */
export function useLookalikeReasons(): Record<Reason, string> {
  const { t } = useLingui();
  return {
    channel: t`same channel`,
    email: t`same e-mail address`,
    name_and_domain: t`same name and same site`,
  };
}
