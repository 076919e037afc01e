import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/shared/api/schemas";
import { refusalsIn } from "../bulk-api";
import type { Card } from "../model";

/** A message that names the cards that stood in the way, and why each did. */
export function useRefusals(): (message: string, error: unknown, cards: readonly Card[]) => string {
  const { t } = useLingui();
  const reasons: Record<Schemas["BulkRefusal"]["code"], string> = {
    unknown: t`no longer in the campaign`,
    stage_moved: t`moved in the meantime`,
    move_refused: t`cannot go there from its stage`,
    nothing_to_undo: t`no move to undo`,
    stale_version: t`changed in the meantime`,
    not_lost: t`still under way`,
  };
  return (message, error, cards) => {
    const codes = new Map(refusalsIn(error).map(({ id, code }) => [id, code]));
    const named = cards.flatMap(({ id, creator_name: name }) => {
      const code = codes.get(id);
      return code ? [`${name} (${reasons[code]})`] : [];
    });
    return named.length > 0 ? `${message}: ${named.join(", ")}` : message;
  };
}
