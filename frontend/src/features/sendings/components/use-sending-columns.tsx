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
        width: 140,
        wideOnly: true,
        cell: ({ items }) =>
          items
            .map(({ product, quantity = 1 }) =>
              quantity > 1 ? `${format.number(quantity)} × ${product.name}` : product.name,
            )
            .join(", "),
      },
      { id: "kind", header: t`Kind`, width: 60, wideOnly: true, cell: ({ kind }) => kinds[kind] },
      { id: "state", header: t`State`, width: 145, cell: (sending) => <Stepper sending={sending} /> },
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
        width: 125,
        wideOnly: true,
        cell: ({ tracking_url, tracking_number }) =>
          tracking_url ? (
            <Anchor href={tracking_url} target="_blank" rel="noreferrer" size="sm">
              {tracking_number}
            </Anchor>
          ) : (
            tracking_number
          ),
      },
      {
        id: "due",
        header: t`Due back`,
        width: 125,
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
      {
        id: "value",
        header: t`Value`,
        width: 90,
        align: "end",
        wideOnly: true,
        cell: ({ totals }) => format.money(totals.public_value_amount),
      },
    ];
    if (isAtLeast(role, "editor"))
      columns.push({
        id: "step",
        header: t`Next`,
        width: 165,
        align: "end",
        cell: (sending) => <StepButton sending={sending} />,
      });
    return columns;
  }, [t, role, format, kinds, withCampaign]);
}
