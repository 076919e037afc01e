import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import classes from "./pending-page.module.css";

export function PendingPage() {
  const { t } = useLingui();
  return (
    <div className={classes.page} role="status" aria-label={t`Loading`}>
      <Skeleton height={28} width={220} />
      <Skeleton height={14} width="60%" />
      <Skeleton height={14} width="45%" />
      <Skeleton height={14} width="52%" />
    </div>
  );
}
