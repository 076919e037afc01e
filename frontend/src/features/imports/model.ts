import type { Import } from "./api";

type Mapping = Import["mapping"];
type Draft = Pick<Import, "total" | "preview">;

/**
 * The mapping after one column is given a field ("" is ignored). A field that only one column can hold is taken from
 * the column that had it.
 */
export function withField(
  mapping: Mapping,
  column: number,
  field: Mapping[string],
  fields: readonly { name: string; repeatable: boolean }[],
): Mapping {
  const repeatable = field === "" || fields.some(({ name, repeatable: may }) => name === field && may);
  const others = Object.entries(mapping).map(([index, known]) => [
    index,
    !repeatable && known === field ? "" : known,
  ]);
  return { ...Object.fromEntries(others), [String(column)]: field };
}

/** Whether at least one column holds something. */
export function canRun(mapping: Mapping): boolean {
  return Object.values(mapping).some((field) => field !== "");
}

/** How many rows may come in: all but those of the preview that are known to be rejected. */
export function importable({ total, preview }: Draft): number {
  return total - preview.rows.filter(({ outcome_guess }) => outcome_guess === "rejected").length;
}
