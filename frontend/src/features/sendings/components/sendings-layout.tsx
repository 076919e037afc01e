import { useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { TabLink, TabLinks } from "@/shared/ui/tab-links";

/** The ledger and the catalogue. */
export function SendingsLayout() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  return (
    <AppPage title={t`Sendings`}>
      <TabLinks label={t`Parts of the sendings`}>
        <TabLink to="/w/$slug/sendings" params={{ slug }}>
          {t`Sendings`}
        </TabLink>
        <TabLink to="/w/$slug/sendings/products" params={{ slug }}>
          {t`Products`}
        </TabLink>
      </TabLinks>
      <Outlet />
    </AppPage>
  );
}
