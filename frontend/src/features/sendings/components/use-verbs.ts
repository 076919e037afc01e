import { useLingui } from "@lingui/react/macro";
import type { Step } from "../model";

/** What the button of each step says. */
export function useVerbs(): Record<Step, string> {
  const { t } = useLingui();
  return {
    prepare: t`Mark prepared`,
    send: t`Mark sent`,
    deliver: t`Mark delivered`,
    return: t`Mark returned`,
  };
}
