import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconCalendar, IconClock } from "@tabler/icons-react";
import { useFormat } from "@/shared/format/use-format";
import { type Choice, snoozeChoices } from "../model";
import classes from "./today.module.css";

interface SnoozeProps {
  today: string;
  onChoose: (day: string) => void;
  onOtherDay: () => void;
}

/** Days to choose from, for a menu. */
export function SnoozeItems({ today, onChoose, onOtherDay }: SnoozeProps) {
  const { t } = useLingui();
  const format = useFormat();
  const names: Record<Choice["name"], string> = {
    tomorrow: t`Tomorrow`,
    three_days: t`In three days`,
    monday: t`Next Monday`,
    week: t`In a week`,
  };
  return (
    <>
      <Menu.Label>{t`Put off until`}</Menu.Label>
      {snoozeChoices(today).map((choice) => (
        <Menu.Item
          key={choice.name}
          rightSection={<span className={classes.menuDay}>{format.weekday(choice.on)}</span>}
          onClick={() => onChoose(choice.on)}
        >
          {names[choice.name]}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconCalendar size={14} aria-hidden />} onClick={onOtherDay}>
        {t`Another day…`}
      </Menu.Item>
    </>
  );
}

interface SnoozeMenuProps extends SnoozeProps {
  name: string;
  tabIndex: number;
  opened: boolean;
  onOpen: (opened: boolean) => void;
}

/** Until when a line is left alone. */
export function SnoozeMenu({ name, tabIndex, opened, onOpen, ...items }: SnoozeMenuProps) {
  const { t } = useLingui();
  return (
    <Menu position="bottom-end" opened={opened} onChange={onOpen}>
      <Menu.Target>
        <ActionIcon className={classes.act} tabIndex={tabIndex} aria-label={t`Put off: ${name}`}>
          <IconClock size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <SnoozeItems {...items} />
      </Menu.Dropdown>
    </Menu>
  );
}
