import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Group } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type CommandId, keysOf } from "../commands/catalogue";
import { useCommands } from "../commands/use-commands";
import { useKeyWords } from "../commands/use-key-words";
import classes from "./sheet-nav.module.css";

interface SheetNavProps {
  /** The records of the list behind, in its order. */
  ids: readonly number[];
  current: number;
  onOpen: (id: number) => void;
  /** Begins to change the record, where that may be done. */
  onEdit?: (() => void) | false;
  /** While something is being typed, nothing leads away from it. */
  disabled?: boolean;
}

/** From one record of a list to the next without closing it: two buttons, K and J. */
export function SheetNav({ ids, current, onOpen, onEdit, disabled = false }: SheetNavProps) {
  const { t } = useLingui();
  const place = ids.indexOf(current);
  const previous = !disabled && place > 0 ? ids[place - 1] : undefined;
  const next = !disabled && place >= 0 ? ids[place + 1] : undefined;
  useCommands(
    {
      "sheet.previous": previous !== undefined && (() => onOpen(previous)),
      "sheet.next": next !== undefined && (() => onOpen(next)),
      "sheet.edit": !disabled && onEdit,
    },
    true,
  );
  return (
    <Group gap={2} wrap="nowrap">
      <Step
        id={previous}
        name={t({ message: "Previous", context: "record of a list" })}
        command="sheet.previous"
        onOpen={onOpen}
      >
        <IconChevronUp size={18} aria-hidden />
      </Step>
      <Step
        id={next}
        name={t({ message: "Next", context: "record of a list" })}
        command="sheet.next"
        onOpen={onOpen}
      >
        <IconChevronDown size={18} aria-hidden />
      </Step>
    </Group>
  );
}

interface StepProps {
  id: number | undefined;
  name: string;
  command: CommandId;
  onOpen: (id: number) => void;
  children: ReactNode;
}

/** At the end of the list it stays where it is, so that focus does too. */
function Step({ id, name, command, onOpen, children }: StepProps) {
  const { textOf } = useKeyWords();
  const [keys = ""] = keysOf(command);
  const isEnd = id === undefined;
  return (
    <ActionIcon
      aria-label={name}
      aria-keyshortcuts={keys}
      title={`${name} (${textOf(keys)})`}
      aria-disabled={isEnd}
      tabIndex={isEnd ? -1 : undefined}
      className={classes.step}
      onClick={() => !isEnd && onOpen(id)}
    >
      {children}
    </ActionIcon>
  );
}
