import { useLingui } from "@lingui/react/macro";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { useCurrentInView } from "@/shared/hooks/use-current-in-view";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import classes from "./settings-layout.module.css";

/** Sections on the left (above on a phone), the chosen one beside them. */
export function SettingsLayout() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const params = { slug };
  const path = useLocation({ select: ({ pathname }) => pathname });
  const row = useCurrentInView<HTMLElement>("[data-status=active]", path);
  return (
    <div className={classes.layout}>
      <nav ref={row} className={classes.nav} aria-label={t`Settings`}>
        <p className={classes.group}>{t`You`}</p>
        <Link className={classes.link} to="/w/$slug/settings/profile" params={params}>{t`Profile`}</Link>
        <p className={classes.group}>{t`Workspace`}</p>
        <Link className={classes.link} to="/w/$slug/settings/workspace" params={params}>{t`General`}</Link>
        <Link className={classes.link} to="/w/$slug/settings/brands" params={params}>{t`Brands`}</Link>
        <Link className={classes.link} to="/w/$slug/settings/members" params={params}>{t`Members`}</Link>
        <Link className={classes.link} to="/w/$slug/settings/stages" params={params}>{t`Stages`}</Link>
        <Link className={classes.link} to="/w/$slug/settings/api-keys" params={params}>{t`API keys`}</Link>
      </nav>
      <div className={classes.section}>
        <Outlet />
      </div>
    </div>
  );
}
