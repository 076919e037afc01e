import { useLingui } from "@lingui/react/macro";
import { Menu } from "@mantine/core";
import {
  IconArrowDown,
  IconArrowUp,
  IconCalendarEvent,
  IconCheck,
  IconCheckbox,
  IconNews,
  IconPackage,
  IconUser,
} from "@tabler/icons-react";
import { KeysOf } from "@/shared/commands/key-caps";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { MenuItemLink } from "@/shared/ui/links";
import type { BoardStage, Card } from "../model";
import classes from "./board-card.module.css";
import type { OpenKind } from "./use-board-keys";

interface MoveMenuProps {
  card: Card;
  stages: readonly BoardStage[];
  isSelected: boolean;
  /** Absent where cards have no order of their own. */
  onUp?: () => void;
  onDown?: () => void;
  /** Whether cards stand above and below. */
  canGoUp: boolean;
  canGoDown: boolean;
  onStage: (stage: number) => void;
  onOther: (kind: OpenKind) => void;
  onSelect: () => void;
  onClose: () => void;
}

/** Moves a card without a mouse, and does what else can be done with it: for keyboards, screen readers and fingers. */
export function MoveMenu(props: MoveMenuProps) {
  const { card, stages, canGoUp, canGoDown, onStage, onUp, onDown, onOther, onClose } = props;
  const { t } = useLingui();
  const stageName = useStageName();
  const name = card.creator_name;
  // Its own stage cannot be chosen, nor take the focus.
  const first = stages.find(({ id }) => id !== card.stage)?.id;
  return (
    <Menu
      opened
      onClose={onClose}
      closeOnItemClick={false}
      position="bottom-end"
      width={270}
      returnFocus={false}
    >
      <Menu.Target>
        <button type="button" className={classes.menu} aria-label={t`Move ${name} to…`} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t`Move ${name} to…`} mah="70vh" style={{ overflowY: "auto" }}>
        {stages.map((stage) => (
          <Menu.Item
            key={stage.id}
            aria-current={stage.id === card.stage || undefined}
            disabled={stage.id === card.stage}
            data-autofocus={stage.id === first || undefined}
            rightSection={stage.id === card.stage ? <IconCheck size={14} aria-hidden /> : null}
            leftSection={
              <span
                className={classes.dot}
                style={{ background: `var(--mantine-color-${stage.colour || "gray"}-6)` }}
              />
            }
            onClick={() => onStage(stage.id)}
          >
            {stageName(stage)}
          </Menu.Item>
        ))}
        {onUp && onDown && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconArrowUp size={14} aria-hidden />} disabled={!canGoUp} onClick={onUp}>
              {t`Up in this column`}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={14} aria-hidden />}
              disabled={!canGoDown}
              onClick={onDown}
            >
              {t`Down in this column`}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUser size={14} aria-hidden />}
          rightSection={<KeysOf command="card.assign" />}
          onClick={() => onOther("owner")}
        >
          {t`Choose who looks after it`}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCalendarEvent size={14} aria-hidden />}
          rightSection={<KeysOf command="card.edit" />}
          onClick={() => onOther("next")}
        >
          {t`Write the next action`}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCheckbox size={14} aria-hidden />}
          rightSection={<KeysOf command="card.select" />}
          onClick={props.onSelect}
        >
          {props.isSelected ? t`Unselect` : t`Select`}
        </Menu.Item>
        <Menu.Divider />
        <MenuItemLink
          to="."
          search={(old) => ({ ...old, card: card.id, quick: "send" as const })}
          leftSection={<IconPackage size={14} aria-hidden />}
          onClick={onClose}
        >
          {t`Send a product`}
        </MenuItemLink>
        <MenuItemLink
          to="."
          search={(old) => ({ ...old, card: card.id, quick: "coverage" as const })}
          leftSection={<IconNews size={14} aria-hidden />}
          onClick={onClose}
        >
          {t`Add coverage`}
        </MenuItemLink>
      </Menu.Dropdown>
    </Menu>
  );
}
