import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  IconLayoutKanban,
  IconNews,
  IconPackage,
  IconSettings,
  IconSun,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";

interface NavItem {
  to:
    | "/w/$slug/today"
    | "/w/$slug/creators"
    | "/w/$slug/campaigns"
    | "/w/$slug/sendings"
    | "/w/$slug/coverage"
    | "/w/$slug/settings";
  label: MessageDescriptor;
  icon: TablerIcon;
}

/** The places of a workspace, in the order of a day's work. */
export const navItems: NavItem[] = [
  { to: "/w/$slug/today", label: msg`Today`, icon: IconSun },
  { to: "/w/$slug/creators", label: msg`Creators`, icon: IconUsers },
  { to: "/w/$slug/campaigns", label: msg`Campaigns`, icon: IconLayoutKanban },
  { to: "/w/$slug/sendings", label: msg`Sendings`, icon: IconPackage },
  { to: "/w/$slug/coverage", label: msg`Coverage`, icon: IconNews },
  { to: "/w/$slug/settings", label: msg`Settings`, icon: IconSettings },
];
