import { useLingui } from "@lingui/react/macro";
import { useCurrentInView } from "@/shared/hooks/use-current-in-view";
import type { Column } from "../columns";
import classes from "./board.module.css";
import { useColumnName } from "./use-column-name";

interface StageTabsProps {
  columns: readonly Column[];
  selected: number;
  onSelect: (id: number) => void;
}

/** On a phone one column shows at a time. */
export function StageTabs({ columns, selected, onSelect }: StageTabsProps) {
  const { t } = useLingui();
  const nameOf = useColumnName();
  const row = useCurrentInView<HTMLDivElement>("[aria-selected=true]", selected);
  return (
    <div ref={row} className={classes.tabs} role="tablist" aria-label={t`Columns`}>
      {columns.map((column) => (
        <button
          key={column.key}
          type="button"
          role="tab"
          className={classes.tab}
          aria-selected={column.id === selected}
          onClick={() => onSelect(column.id)}
        >
          {`${nameOf(column)} ${column.cards.length}`}
        </button>
      ))}
    </div>
  );
}
