import { useLingui } from "@lingui/react/macro";
import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconKeyboard, IconLogout, IconSettings } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { meQuery } from "@/shared/api/me";
import { useChangeLanguage } from "@/shared/hooks/use-change-language";
import { type Density, setDensity, useDensity } from "@/shared/hooks/use-density";
import { useSignOut } from "@/shared/hooks/use-sign-out";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { isLanguage, languageNames, languages } from "@/shared/i18n/languages";
import { Avatar } from "@/shared/ui/avatar";
import { MenuItemLink } from "@/shared/ui/links";
import classes from "./user-menu.module.css";

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const { t, i18n } = useLingui();
  const { slug } = useWorkspace();
  const { data: me } = useSuspenseQuery(meQuery());
  const name = me.name || me.email;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const changeLanguage = useChangeLanguage();
  const leave = useSignOut();

  return (
    <Menu position="top-start" width={260} checkIcon={<IconCheck size={14} aria-hidden />}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <Avatar name={name} size={26} />
          <span className="visually-hidden">{t`Your menu: ${name}`}</span>
          <span className={classes.name} aria-hidden>
            {name}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <MenuItemLink
          to="/w/$slug/settings/profile"
          params={{ slug }}
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t`Your profile`}
        </MenuItemLink>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onKeys}>
          {t`Keyboard shortcuts`}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t`Language`}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t`Language`}
          value={i18n.locale}
          onChange={(value) => isLanguage(value) && changeLanguage(value)}
        >
          {languages.map((language) => (
            <Menu.RadioItem key={language} value={language} lang={language}>
              {languageNames[language]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t`Theme`}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t`Theme`}
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          <Menu.RadioItem value="light">{t`Light`}</Menu.RadioItem>
          <Menu.RadioItem value="dark">{t`Dark`}</Menu.RadioItem>
          <Menu.RadioItem value="auto">{t`Same as the system`}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Label>{t`Rows`}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t`Rows`}
          value={density}
          onChange={(value) => setDensity(value as Density)}
        >
          <Menu.RadioItem value="comfortable">{t`Comfortable`}</Menu.RadioItem>
          <Menu.RadioItem value="dense">{t`Dense`}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t`Sign out`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
