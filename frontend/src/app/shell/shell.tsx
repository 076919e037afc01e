import { useLingui } from "@lingui/react/macro";
import { IconSearch } from "@tabler/icons-react";
import { Link, Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { RunningWork } from "@/features/refresh/components/running-work";
import { keysOf } from "@/shared/commands/catalogue";
import { KeysOf } from "@/shared/commands/key-caps";
import { ariaKeys, hasCommandKey } from "@/shared/commands/keys";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { Panel } from "../keyboard/keyboard";
import { navItems } from "./nav-items";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

const Keyboard = lazy(() => import("../keyboard/keyboard"));

/** Frame of a workspace: places on the left (at the bottom on a phone), the screen beside them. */
export function Shell() {
  const { t, i18n } = useLingui();
  const { slug } = useWorkspace();
  const [panel, setPanel] = useState<Panel | null>(null);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t`Skip to the content`}
      </a>
      <nav className={classes.side} aria-label={t`Main`}>
        <div className={classes.switcher}>
          <WorkspaceSwitcher />
        </div>
        <button
          type="button"
          className={classes.find}
          aria-keyshortcuts={ariaKeys(keysOf("palette")[0] ?? "", hasCommandKey())}
          onClick={() => setPanel("palette")}
        >
          <IconSearch size={18} stroke={1.6} aria-hidden />
          <span className={classes.findLabel}>{t`Search…`}</span>
          <span className={classes.keys} aria-hidden>
            <KeysOf command="palette" />
          </span>
        </button>
        <div className={classes.nav}>
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
        </div>
        <div className={classes.work}>
          <RunningWork />
        </div>
        <div className={classes.user}>
          <UserMenu onKeys={() => setPanel("help")} />
        </div>
      </nav>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Suspense fallback={null}>
        <Keyboard panel={panel} onPanel={setPanel} />
      </Suspense>
    </div>
  );
}
