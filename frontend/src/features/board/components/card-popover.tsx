import { useLingui } from "@lingui/react/macro";
import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./board-card.module.css";

interface CardPopoverProps {
  /** Whose card it hangs on. */
  name: string;
  /** What it asks. */
  label: string;
  width: number;
  padding?: number;
  onClose: () => void;
  children: ReactNode;
}

/** A small question on a card; it stands in the place of the card's button, and takes the focus. */
export function CardPopover({ name, label, width, padding, onClose, children }: CardPopoverProps) {
  const { t } = useLingui();
  return (
    <Popover
      opened
      onClose={onClose}
      position="bottom-end"
      width={width}
      trapFocus
      returnFocus={false}
      hideDetached={false}
    >
      <Popover.Target>
        <button type="button" className={classes.menu} aria-label={t`Move ${name} to…`} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} p={padding}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
