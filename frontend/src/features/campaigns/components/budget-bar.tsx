import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import { budgetShare } from "../model";
import classes from "./bars.module.css";

interface BudgetBarProps {
  agreed: string | null;
  planned: string | null;
}

/** Fees agreed beside the budget planned. */
export function BudgetBar({ agreed, planned }: BudgetBarProps) {
  const { t } = useLingui();
  const format = useFormat();
  const share = budgetShare(agreed, planned);
  const used = format.money(agreed);
  const total = format.money(planned);
  return (
    <span className={classes.budget}>
      <span className="tabular">{planned === null ? used : t`${used} of ${total}`}</span>
      {share !== null && (
        <span className={classes.meter} data-over={share > 1 || undefined} aria-hidden>
          <span style={{ width: `${Math.min(1, share) * 100}%` }} />
        </span>
      )}
    </span>
  );
}
