import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Group } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./sheet-nav.module.css";

interface SheetNavProps {
  /** The records of the list behind, in its order. */
  ids: readonly number[];
  current: number;
  onOpen: (id: number) => void;
  /** While something is being typed, nothing leads away from it. */
  disabled?: boolean;
}

/** From one record of a list to the next without closing it: two buttons, K and J. */
export function SheetNav({ ids, current, onOpen, disabled = false }: SheetNavProps) {
  const { t } = useLingui();
  const place = ids.indexOf(current);
  const previous = !disabled && place > 0 ? ids[place - 1] : undefined;
  const next = !disabled && place >= 0 ? ids[place + 1] : undefined;
  const open = (id: number | undefined) => id !== undefined && onOpen(id);
  useHotkeys([
    ["k", () => open(previous)],
    ["j", () => open(next)],
  ]);
  if (place < 0) return null;
  return (
    <Group gap={2} wrap="nowrap">
      <Step
        id={previous}
        name={t({ message: "Previous", context: "record of a list" })}
        keys="k"
        onOpen={onOpen}
      >
        <IconChevronUp size={18} aria-hidden />
      </Step>
      <Step id={next} name={t({ message: "Next", context: "record of a list" })} keys="j" onOpen={onOpen}>
        <IconChevronDown size={18} aria-hidden />
      </Step>
    </Group>
  );
}

interface StepProps {
  id: number | undefined;
  name: string;
  keys: string;
  onOpen: (id: number) => void;
  children: ReactNode;
}

/** At the end of the list it stays where it is, so that focus does too. */
function Step({ id, name, keys, onOpen, children }: StepProps) {
  const isEnd = id === undefined;
  return (
    <ActionIcon
      aria-label={name}
      aria-keyshortcuts={keys}
      title={`${name} (${keys.toUpperCase()})`}
      aria-disabled={isEnd}
      className={classes.step}
      onClick={() => !isEnd && onOpen(id)}
    >
      {children}
    </ActionIcon>
  );
}
