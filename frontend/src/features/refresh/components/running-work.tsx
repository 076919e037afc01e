import { useLingui } from "@lingui/react/macro";
import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { isUnfinished, runningImportsQuery, runsQuery } from "../api";
import { shareDone } from "../model";
import classes from "./refresh.module.css";

/** Long work under way, wherever one is: how far it is, one click from the details. Nothing while nothing runs. */
export function RunningWork() {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, role } = useWorkspace();
  const runs = useQuery(runsQuery(slug)).data?.results.filter(isUnfinished) ?? [];
  const seesImports = isAtLeast(role, "editor");
  const imports = useQuery({ ...runningImportsQuery(slug), enabled: seesImports }).data?.results ?? [];
  const refreshed = format.share(shareDone(runs));
  const imported = format.share(shareDone(imports));
  return (
    <>
      {runs.length > 0 && (
        <Link to="/w/$slug/refresh" params={{ slug }} className={classes.indicator}>
          <Loader size={14} aria-hidden />
          {t`Refresh: ${refreshed}`}
        </Link>
      )}
      {imports.length > 0 && (
        <Link
          to="/w/$slug/creators/import"
          params={{ slug }}
          search={{ id: imports[0]?.id }}
          className={classes.indicator}
        >
          <Loader size={14} aria-hidden />
          {t`Import: ${imported}`}
        </Link>
      )}
    </>
  );
}
