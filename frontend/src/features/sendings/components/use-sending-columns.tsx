import { useLingui } from "@lingui/react/macro";
import { Anchor } from "@mantine/core";
import { useMemo } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { RowName } from "@/shared/ui/row-name";
import type { Sending } from "../api";
import { contentsText } from "../model";
import classes from "./sendings.module.css";
import { StepButton } from "./step-button";
import { Stepper } from "./stepper";

export function useSendingColumns(withCampaign: boolean): DataColumn<Sending>[] {
  const { t } = useLingui();
  const { role } = useWorkspace();
  const format = useFormat();
  const { kinds } = useSendingWords();
  return useMemo(() => {
    const columns: DataColumn<Sending>[] = [
      {
        id: "creator",
        header: t`Creator`,
        primary: true,
        cell: ({ creator, campaign }) => (
          <RowName
            avatar={<Avatar name={creator.name} platform={creator.main_platform} size={24} />}
            name={creator.name}
            detail={withCampaign ? campaign?.name : undefined}
          />
        ),
      },
      {
        id: "items",
        header: t`Products`,
        width: 185,
        wideOnly: true,
        cell: ({ kind, items }) => (
          <>
            <span className={classes.kind}>{kinds[kind]}</span> {contentsText(items, format.number)}
          </>
        ),
      },
      {
        id: "state",
        header: t`State`,
        width: 172,
        narrowWidth: 96,
        cell: (sending) => <Stepper sending={sending} wordOnPhone />,
      },
      {
        id: "sent",
        header: t`Sent on`,
        width: 105,
        orderBy: "sent",
        wideOnly: true,
        cell: ({ sent_on }) => format.shortDate(sent_on),
      },
      {
        id: "tracking",
        header: t`Tracking`,
        width: 150,
        wideOnly: true,
        cell: (sending) => <Tracking sending={sending} />,
      },
      {
        id: "due",
        header: t`Due back`,
        width: 130,
        orderBy: "due_back",
        wideOnly: true,
        cell: ({ kind, due_back_on, days_late }) =>
          kind === "loan" && (
            <span className={days_late > 0 ? classes.late : undefined}>
              {format.shortDate(due_back_on)}
              {days_late > 0 && <span className="visually-hidden">{t`late`}</span>}
            </span>
          ),
      },
    ];
    if (isAtLeast(role, "editor"))
      columns.push({
        id: "step",
        header: t`Next`,
        width: 190,
        narrowWidth: 62,
        align: "end",
        cell: (sending) => <StepButton sending={sending} inMenuOnPhone />,
      });
    return columns;
  }, [t, role, format, kinds, withCampaign]);
}

/** The parcel's page at its carrier; before it leaves, whether anybody knows where it goes. */
function Tracking({ sending }: { sending: Sending }) {
  const { t } = useLingui();
  const { tracking_url, tracking_number, ship_to, state } = sending;
  if (!tracking_number && !ship_to && (state === "draft" || state === "prepared"))
    return <span className={classes.warn}>{t`No address`}</span>;
  if (!tracking_url) return tracking_number;
  return (
    <Anchor href={tracking_url} target="_blank" rel="noreferrer" size="sm">
      {tracking_number}
    </Anchor>
  );
}
