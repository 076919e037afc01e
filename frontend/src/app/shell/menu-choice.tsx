import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface MenuChoiceProps {
  checked: boolean;
  onChoose: () => void;
  lang?: string;
  children: ReactNode;
}

/** One of several exclusive choices in a menu. */
export function MenuChoice({ checked, onChoose, lang, children }: MenuChoiceProps) {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={checked}
      lang={lang}
      onClick={onChoose}
      rightSection={checked ? <IconCheck size={14} aria-hidden /> : null}
    >
      {children}
    </Menu.Item>
  );
}
