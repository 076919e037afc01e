import { useLingui } from "@lingui/react/macro";
import { ActionIcon } from "@mantine/core";
import { IconChevronsRight } from "@tabler/icons-react";
import { useRef } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { Column } from "../columns";
import classes from "./board.module.css";
import { useColumnDrop } from "./use-board-drop";
import { useColumnName } from "./use-column-name";

interface FoldedColumnProps {
  column: Column;
  onUnfold: (key: string) => void;
}

/** A column folded away: its name and number stay, and cards can be dropped on it. */
export function FoldedColumn({ column, onUnfold }: FoldedColumnProps) {
  const { t } = useLingui();
  const format = useFormat();
  const nameOf = useColumnName();
  const element = useRef<HTMLElement>(null);
  const isOver = useColumnDrop(element, null, column.key);
  const name = nameOf(column);
  return (
    <section ref={element} className={classes.folded} aria-label={name} data-over={isOver || undefined}>
      <ActionIcon
        size="sm"
        aria-label={t`Unfold ${name}`}
        title={t`Unfold ${name}`}
        aria-expanded={false}
        onClick={() => onUnfold(column.key)}
      >
        <IconChevronsRight size={16} aria-hidden />
      </ActionIcon>
      <span className={classes.count}>{format.number(column.count)}</span>
      <h2 className={classes.upright}>{name}</h2>
    </section>
  );
}
