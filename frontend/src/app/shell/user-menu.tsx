import { useLingui } from "@lingui/react/macro";
import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconLogout, IconSettings } from "@tabler/icons-react";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { signOut } from "@/shared/api/auth";
import { meQuery } from "@/shared/api/me";
import { useChangeLanguage } from "@/shared/hooks/use-change-language";
import { setDensity, useDensity } from "@/shared/hooks/use-density";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { languageNames, languages } from "@/shared/i18n/languages";
import { Avatar } from "@/shared/ui/avatar";
import { MenuItemLink } from "@/shared/ui/links";
import { MenuChoice } from "./menu-choice";
import classes from "./user-menu.module.css";

export function UserMenu() {
  const { t, i18n } = useLingui();
  const { slug } = useWorkspace();
  const { data: me } = useSuspenseQuery(meQuery());
  const name = me.name || me.email;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const changeLanguage = useChangeLanguage();
  const leave = useSignOut();

  return (
    <Menu position="top-start" width={260} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t`Your menu: ${name}`}>
          <Avatar name={name} size={26} />
          <span className={classes.name}>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <MenuItemLink
          to="/w/$slug/settings/profile"
          params={{ slug }}
          leftSection={<IconSettings size={16} aria-hidden />}
          closeMenuOnClick
        >
          {t`Your profile`}
        </MenuItemLink>
        <Menu.Divider />
        <Menu.Label>{t`Language`}</Menu.Label>
        {languages.map((language) => (
          <MenuChoice
            key={language}
            lang={language}
            checked={i18n.locale === language}
            onChoose={() => changeLanguage(language)}
          >
            {languageNames[language]}
          </MenuChoice>
        ))}
        <Menu.Label>{t`Theme`}</Menu.Label>
        <MenuChoice
          checked={colorScheme === "light"}
          onChoose={() => setColorScheme("light")}
        >{t`Light`}</MenuChoice>
        <MenuChoice
          checked={colorScheme === "dark"}
          onChoose={() => setColorScheme("dark")}
        >{t`Dark`}</MenuChoice>
        <MenuChoice checked={colorScheme === "auto"} onChoose={() => setColorScheme("auto")}>
          {t`Same as the system`}
        </MenuChoice>
        <Menu.Label>{t`Rows`}</Menu.Label>
        <MenuChoice checked={density === "comfortable"} onChoose={() => setDensity("comfortable")}>
          {t`Comfortable`}
        </MenuChoice>
        <MenuChoice checked={density === "dense"} onChoose={() => setDensity("dense")}>{t`Dense`}</MenuChoice>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t`Sign out`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: "/sign-in" });
      queryClient.clear();
    },
  });
}
