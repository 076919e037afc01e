import { useLingui } from "@lingui/react/macro";
import { Link, Outlet } from "@tanstack/react-router";
import { RunningWork } from "@/features/refresh/components/running-work";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { navItems } from "./nav-items";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

/** Frame of a workspace: places on the left (at the bottom on a phone), the screen beside them. */
export function Shell() {
  const { t, i18n } = useLingui();
  const { slug } = useWorkspace();
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t`Skip to the content`}
      </a>
      <header className={classes.side}>
        <div className={classes.switcher}>
          <WorkspaceSwitcher />
        </div>
        <nav className={classes.nav} aria-label={t`Main`}>
          {navItems.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              params={{ slug }}
              className={classes.link}
              activeOptions={{ includeSearch: false }}
            >
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={classes.label}>{i18n._(label)}</span>
            </Link>
          ))}
        </nav>
        <RunningWork />
        <div className={classes.user}>
          <UserMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
    </div>
  );
}
