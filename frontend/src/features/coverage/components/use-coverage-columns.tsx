import { useLingui } from "@lingui/react/macro";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import { RowName } from "@/shared/ui/row-name";
import type { Piece } from "../api";

export function useCoverageColumns(withCampaign: boolean): DataColumn<Piece>[] {
  const { t } = useLingui();
  const format = useFormat();
  return useMemo(() => {
    const campaign: DataColumn<Piece> = {
      id: "campaign",
      header: t`Campaign`,
      width: 170,
      wideOnly: true,
      cell: (row) => row.campaign?.name ?? "",
    };
    return [
      {
        id: "title",
        header: t`Publication`,
        primary: true,
        width: 240,
        cell: (row) => (
          <RowName
            avatar={<PlatformIcon platform={row.platform} size={16} />}
            name={row.title || row.canonical_url.replace(/^https?:\/\/(www\.)?/, "")}
          />
        ),
      },
      { id: "creator", header: t`Creator`, width: 150, wideOnly: true, cell: (row) => row.creator.name },
      ...(withCampaign ? [campaign] : []),
      {
        id: "date",
        header: t`Published on`,
        width: 135,
        orderBy: "published",
        cell: (row) => format.shortDate(row.published_on),
      },
      {
        id: "days",
        header: t({ message: "Days to publish", context: "column" }),
        width: 145,
        align: "end",
        wideOnly: true,
        cell: (row) => format.number(row.days_to_publish?.days),
      },
      {
        id: "views",
        header: t`Views`,
        width: 90,
        align: "end",
        wideOnly: true,
        cell: (row) => format.compact(row.metrics?.views),
      },
      {
        id: "engagements",
        header: t`Engagements`,
        width: 125,
        align: "end",
        wideOnly: true,
        cell: (row) => format.compact(row.metrics?.engagements),
      },
    ];
  }, [t, format, withCampaign]);
}
