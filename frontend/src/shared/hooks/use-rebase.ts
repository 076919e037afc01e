import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { isApiError } from "../api/errors";
import { type Conflict, mergeEdits } from "./edits";
import { fieldErrors } from "./field-errors";

interface RebaseOptions<Row, Values> {
  form: Pick<UseFormReturnType<Values>, "getValues" | "setValues" | "setErrors">;
  /** What the form was filled from. */
  opened: Row;
  valuesOf: (row: Row) => Values;
  /** Reads the record as it is now. */
  reload: () => Promise<Row>;
  /** Messages under the names that the form uses, where the API's differ. */
  fieldNames?: (errors: Record<string, string>) => Record<string, string>;
}

/**
 * Editing beside others. `base` is the version one types on; when somebody saved first (412) it becomes theirs, the
 * form takes their values where one typed nothing, and `conflicts` lists the fields that both changed: saving again
 * is then a choice, and nothing typed is lost.
 */
export function useRebase<Row, Values extends object>(options: RebaseOptions<Row, Values>) {
  const { form, opened, valuesOf, reload, fieldNames = (errors) => errors } = options;
  const [base, setBase] = useState(opened);
  const [conflicts, setConflicts] = useState<Conflict[] | null>(null);

  const refused = async (error: unknown) => {
    form.setErrors(fieldNames(fieldErrors(error)));
    if (!isApiError(error) || error.status !== 412) return setConflicts(null);
    const current = await reload();
    const merged = mergeEdits(valuesOf(base), form.getValues(), valuesOf(current));
    form.setValues(merged.values);
    setConflicts(merged.conflicts);
    setBase(current);
  };
  return { base, conflicts, isStale: conflicts !== null, refused };
}
