import { useLingui } from "@lingui/react/macro";
import { useNetwork } from "@mantine/hooks";
import classes from "./offline-banner.module.css";

/** Says that the connection is lost, for as long as it is. */
export function OfflineBanner() {
  const { t } = useLingui();
  const { online } = useNetwork();
  return (
    <div role="status" className={online ? undefined : classes.banner}>
      {online ? null : t`You are offline. What you see may be out of date; changes wait until you are back.`}
    </div>
  );
}
