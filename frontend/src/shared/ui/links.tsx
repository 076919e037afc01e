import { Anchor, Button, type ButtonProps, MenuItem, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

type Attributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "color" | "style">;

/** Mantine's looks on real, typed links: they open in a new tab, and they can be copied. */
export const AnchorLink = createLink(Anchor<"a">);
export const ButtonLink = createLink((props: ButtonProps & Attributes) => (
  <Button component="a" {...props} />
));
export const MenuItemLink = createLink((props: MenuItemProps & Attributes) => (
  <MenuItem component="a" {...props} />
));
