import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useCampaignWords } from "@/shared/hooks/use-campaign-words";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { RowName } from "@/shared/ui/row-name";
import type { CampaignRow } from "../api";
import { BudgetBar } from "./budget-bar";
import { CampaignStateDot } from "./campaign-state";
import { StageBar } from "./stage-bar";

export function useCampaignColumns(): DataColumn<CampaignRow>[] {
  const { t } = useLingui();
  const format = useFormat();
  const { kinds } = useCampaignWords();
  return useMemo(
    () => [
      {
        id: "name",
        header: t`Campaign`,
        primary: true,
        orderBy: "name",
        width: 240,
        cell: (row) => <RowName name={row.name} detail={row.brand_name} />,
      },
      { id: "kind", header: t`Kind`, width: 176, wideOnly: true, cell: (row) => kinds[row.kind] },
      {
        id: "state",
        header: t`State`,
        width: 120,
        wideOnly: true,
        cell: (row) => <CampaignStateDot state={row.state} />,
      },
      {
        id: "dates",
        header: t`Dates`,
        width: 180,
        orderBy: "starts_on",
        wideOnly: true,
        cell: (row) =>
          row.starts_on || row.ends_on
            ? `${format.shortDate(row.starts_on)} – ${format.date(row.ends_on)}`
            : format.date(null),
      },
      {
        id: "cards",
        header: t`Creators`,
        width: 170,
        cell: (row) => <StageBar cardsByKind={row.cards_by_kind} />,
      },
      {
        id: "budget",
        header: t`Budget`,
        width: 180,
        align: "end",
        wideOnly: true,
        cell: (row) => <BudgetBar agreed={row.agreed_amount} planned={row.budget_amount} />,
      },
    ],
    [t, format, kinds],
  );
}
