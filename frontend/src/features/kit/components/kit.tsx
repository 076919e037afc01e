import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { setDensity, useDensity } from "@/shared/hooks/use-density";
import { WorkspaceContext } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import classes from "./kit.module.css";
import { KitControls } from "./kit-controls";
import { KitPieces } from "./kit-pieces";
import { KitTables } from "./kit-tables";

/** A workspace for components that want one. */
const workspace = {
  slug: "kit",
  name: "Kit",
  role: "owner",
  language: "en",
  time_zone: "Europe/Paris",
  currency: "EUR",
  is_sample: true,
} as const;

/** Every shared component on the real theme. For developers: its texts are not translated. */
export function Kit() {
  const density = useDensity();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <WorkspaceContext value={workspace}>
      <main id="main" className={classes.kit}>
        <AppPage
          title="Kit"
          actions={
            <>
              <SegmentedControl
                aria-label="Theme"
                value={colorScheme}
                onChange={(value) => setColorScheme(value as typeof colorScheme)}
                data={["light", "dark", "auto"]}
              />
              <SegmentedControl
                aria-label="Density"
                value={density}
                onChange={(value) => setDensity(value as typeof density)}
                data={["comfortable", "dense"]}
              />
            </>
          }
        >
          <KitPieces />
          <KitControls />
          <KitTables />
        </AppPage>
      </main>
    </WorkspaceContext>
  );
}
