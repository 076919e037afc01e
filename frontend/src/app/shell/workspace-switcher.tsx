import { useLingui } from "@lingui/react/macro";
import { Badge, Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconPlus, IconSelector } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { meQuery } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { MenuItemLink } from "@/shared/ui/links";
import { WorkspaceMark } from "@/shared/ui/workspace-mark";
import classes from "./workspace-switcher.module.css";

const RemoveSample = lazy(() => import("@/features/account/components/remove-sample"));

export function WorkspaceSwitcher() {
  const { t } = useLingui();
  const current = useWorkspace();
  const { name } = current;
  const { data: me } = useSuspenseQuery(meQuery());
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <WorkspaceMark name={name} />
          <span className="visually-hidden">{t`Switch workspace. Current:`}</span>
          <span className={classes.name}>{name}</span>
          <IconSelector size={14} aria-hidden className={classes.arrows} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`Workspaces`}</Menu.Label>
        {me.workspaces.map((workspace) => (
          <MenuItemLink
            key={workspace.slug}
            to="/w/$slug"
            params={{ slug: workspace.slug }}
            leftSection={<WorkspaceMark name={workspace.name} />}
            rightSection={
              workspace.slug === current.slug ? <IconCheck size={14} aria-label={t`Current`} /> : null
            }
          >
            {workspace.name}
            {workspace.is_sample && (
              <Badge ml="xs" size="xs">
                {t`Sample`}
              </Badge>
            )}
          </MenuItemLink>
        ))}
        <Menu.Divider />
        <MenuItemLink to="/workspaces/new" leftSection={<IconPlus size={16} aria-hidden />}>
          {t`New workspace`}
        </MenuItemLink>
        {current.is_sample && current.role === "owner" && (
          <Suspense fallback={null}>
            <RemoveSample />
          </Suspense>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
