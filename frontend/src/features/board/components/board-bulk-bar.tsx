import { useLingui } from "@lingui/react/macro";
import { Button, Menu, Popover } from "@mantine/core";
import { IconLayoutKanban, IconTrash, IconUser } from "@tabler/icons-react";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { BulkBar } from "@/shared/ui/bulk-bar";
import type { Column } from "../columns";
import type { Card } from "../model";
import classes from "./board-card.module.css";
import OwnerChoice, { type Owner } from "./owner-choice";

export type BulkKind = "menu" | "owner";

interface BoardBulkBarProps {
  cards: readonly Card[];
  stages: readonly Column[];
  /** What is open in the bar. */
  open: BulkKind | null;
  onOpen: (kind: BulkKind | null) => void;
  onPlace: (column: Column) => void;
  onOwner: (owner: Owner) => void;
  onTakeOut: () => void;
  onClear: () => void;
}

/** What can be done with the cards selected. */
export default function BoardBulkBar(props: BoardBulkBarProps) {
  const { cards, stages, open, onOpen, onPlace, onOwner, onTakeOut, onClear } = props;
  const { t } = useLingui();
  const stageName = useStageName();
  const owners = new Set(cards.map(({ owner }) => owner));
  const button = { size: "compact-md", variant: "light", color: "gray" } as const;
  return (
    <BulkBar count={cards.length} onClear={onClear}>
      <Menu
        position="top-start"
        width={230}
        opened={open === "menu"}
        onChange={(opened) => onOpen(opened ? "menu" : null)}
      >
        <Menu.Target>
          <Button size="compact-md" leftSection={<IconLayoutKanban size={15} aria-hidden />}>
            {t`Move to…`}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: "auto" }}>
          {stages.map((column) => (
            <Menu.Item
              key={column.key}
              leftSection={
                <span
                  className={classes.dot}
                  style={{ background: `var(--mantine-color-${column.stage?.colour || "gray"}-6)` }}
                />
              }
              onClick={() => onPlace(column)}
            >
              {column.stage && stageName(column.stage)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Popover
        position="top-start"
        width={280}
        trapFocus
        returnFocus
        opened={open === "owner"}
        onChange={(opened) => onOpen(opened ? "owner" : null)}
      >
        <Popover.Target>
          <Button
            {...button}
            leftSection={<IconUser size={15} aria-hidden />}
            onClick={() => onOpen(open === "owner" ? null : "owner")}
          >
            {t`Owner`}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t`Who looks after it?`}>
          <OwnerChoice
            current={owners.size === 1 ? cards[0]?.owner : undefined}
            onChoose={(owner) => {
              onOpen(null);
              onOwner(owner);
            }}
          />
        </Popover.Dropdown>
      </Popover>
      <Button {...button} leftSection={<IconTrash size={15} aria-hidden />} onClick={onTakeOut}>
        {t`Take out of the campaign`}
      </Button>
    </BulkBar>
  );
}
