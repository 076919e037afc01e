import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { MenuItemLink } from "@/shared/ui/links";
import { canPlan, hasDay, isWritten, type Line } from "../model";
import classes from "./today.module.css";

interface MoreMenuProps {
  line: Line;
  name: string;
  mayEdit: boolean;
  tabIndex: number;
  /** Days to put the line off to, where they have no button of their own. */
  snooze?: ReactNode;
  onPlan: () => void;
  onDay: () => void;
  onCorrect: () => void;
}

/** What else can be done with a line, and where it leads. */
export function MoreMenu({ line, name, mayEdit, tabIndex, snooze, onPlan, onDay, onCorrect }: MoreMenuProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { creator, campaign, participation, sending } = line;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon className={classes.act} tabIndex={tabIndex} aria-label={t`More about: ${name}`}>
          <IconDots size={18} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {snooze}
        {snooze && <Menu.Divider />}
        {mayEdit && hasDay(line) && <Menu.Item onClick={onDay}>{t`On another day…`}</Menu.Item>}
        {mayEdit && canPlan(line) && <Menu.Item onClick={onPlan}>{t`Set the next action…`}</Menu.Item>}
        {mayEdit && isWritten(line) && <Menu.Item onClick={onCorrect}>{t`Correct…`}</Menu.Item>}
        {sending?.tracking_url && (
          <Menu.Item component="a" href={sending.tracking_url} target="_blank" rel="noreferrer">
            {t`Follow the parcel`}
          </Menu.Item>
        )}
        {sending && (
          <MenuItemLink to="/w/$slug/sendings" params={{ slug }} search={{ sending: sending.id }}>
            {t`Open the sending`}
          </MenuItemLink>
        )}
        {participation !== null && campaign && (
          <MenuItemLink
            to="/w/$slug/campaigns/$campaignId"
            params={{ slug, campaignId: campaign.id }}
            search={{ card: participation }}
          >
            {t`Open the card`}
          </MenuItemLink>
        )}
        {creator && (
          <MenuItemLink to="/w/$slug/creators/$id" params={{ slug, id: String(creator.id) }}>
            {t`Open the page of ${creator.name}`}
          </MenuItemLink>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
