import { useLingui } from "@lingui/react/macro";
import { useStageName } from "@/shared/hooks/use-stage-name";
import type { Column } from "../columns";

/** What a column is called in the reader's language. */
export function useColumnName(): (column: Pick<Column, "stage" | "owner">) => string {
  const { t } = useLingui();
  const stageName = useStageName();
  const nobody = t({ message: "Nobody", context: "owner of a card" });
  return ({ stage, owner }) => (stage ? stageName(stage) : (owner ?? nobody));
}
