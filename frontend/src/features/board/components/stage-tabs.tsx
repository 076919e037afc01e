import { useLingui } from "@lingui/react/macro";
import { useStageName } from "@/shared/hooks/use-stage-name";
import type { Column } from "../model";
import classes from "./board.module.css";

interface StageTabsProps {
  columns: readonly Column[];
  selected: number;
  onSelect: (stage: number) => void;
}

/** On a phone one column shows at a time. */
export function StageTabs({ columns, selected, onSelect }: StageTabsProps) {
  const { t } = useLingui();
  const stageName = useStageName();
  return (
    <div className={classes.tabs} role="tablist" aria-label={t`Stages`}>
      {columns.map(({ stage, cards }) => (
        <button
          key={stage.id}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={stage.id === selected}
          onClick={() => onSelect(stage.id)}
        >
          {`${stageName(stage)} ${cards.length}`}
        </button>
      ))}
    </div>
  );
}
