import { useLingui } from "@lingui/react/macro";
import { Button, Popover } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface FilterPopoverProps {
  label: string;
  /** How many values are chosen. */
  count: number;
  width?: number;
  children: ReactNode;
}

/** A filter closed to one button. */
export function FilterPopover({ label, count, width = 260, children }: FilterPopoverProps) {
  const { t } = useLingui();
  return (
    <Popover position="bottom-start" width={width} trapFocus>
      <Popover.Target>
        <Button
          variant={count > 0 ? "light" : "default"}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          px={10}
        >
          {count > 0 ? t`${label} (${count})` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">{children}</Popover.Dropdown>
    </Popover>
  );
}
