import { ActionIcon, Anchor, Button, MenuItem, NavLink } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** Mantine's looks on real, typed links: they open in a new tab, and they can be copied. */
export const AnchorLink = createLink(Anchor<"a">);
export const ButtonLink = createLink(Button<"a">);
export const ActionIconLink = createLink(ActionIcon<"a">);
export const MenuItemLink = createLink(MenuItem<"a">);
export const NavItemLink = createLink(NavLink<"a">);
