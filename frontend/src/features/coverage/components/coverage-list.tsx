import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconNews, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { openCampaignsQuery } from "@/shared/api/lists";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetSelect } from "@/shared/ui/facet-select";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import { RowName } from "@/shared/ui/row-name";
import { SearchBox } from "@/shared/ui/search-box";
import { coverageQuery, type Piece } from "../api";
import type { CoverageFilters } from "../model";
import { AddPiece } from "./add-piece";
import { PieceSheet } from "./piece-sheet";
import { SummaryTiles } from "./summary-tiles";

export interface CoverageSearch extends CoverageFilters {
  /** The piece that is open. */
  piece?: number;
  /** The form of a new piece is open: 0 for anybody, else the id of a card. */
  add?: number;
}

interface CoverageListProps {
  search: CoverageSearch;
  onSearch: (change: Partial<CoverageSearch>) => void;
  campaignId?: number;
}

export function CoverageList({ search, onSearch, campaignId }: CoverageListProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const format = useFormat();
  const { piece, add, ...filters } = search;
  const pages = usePages(coverageQuery(slug, campaignId ? { ...filters, campaign: campaignId } : filters));
  const campaigns = useQuery({ ...openCampaignsQuery(slug), enabled: !campaignId }).data?.results ?? [];
  const mayEdit = isAtLeast(role, "editor");
  const columns = useMemo<DataColumn<Piece>[]>(
    () => [
      {
        id: "title",
        header: t`Publication`,
        primary: true,
        width: 260,
        cell: (row) => (
          <RowName
            avatar={<PlatformIcon platform={row.platform} size={16} />}
            name={row.title || row.canonical_url.replace(/^https?:\/\/(www\.)?/, "")}
          />
        ),
      },
      { id: "creator", header: t`Creator`, width: 160, wideOnly: true, cell: (row) => row.creator.name },
      {
        id: "campaign",
        header: t`Campaign`,
        width: 160,
        wideOnly: true,
        cell: (row) => row.campaign?.name ?? "",
      },
      {
        id: "date",
        header: t`Published on`,
        width: 120,
        orderBy: "published",
        cell: (row) => format.shortDate(row.published_on),
      },
      {
        id: "days",
        header: t`Days to publish`,
        width: 130,
        align: "end",
        wideOnly: true,
        cell: (row) => format.number(row.days_to_publish?.days),
      },
      {
        id: "views",
        header: t`Views`,
        width: 100,
        align: "end",
        wideOnly: true,
        cell: (row) => format.compact(row.metrics?.views),
      },
      {
        id: "engagements",
        header: t`Engagements`,
        width: 120,
        align: "end",
        cell: (row) => format.compact(row.metrics?.engagements),
      },
    ],
    [t, format],
  );
  const button = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ add: 0 })}>
      {t`Add coverage`}
    </Button>
  );
  return (
    <>
      <SummaryTiles campaignId={campaignId} />
      <FacetBar end={button}>
        <SearchBox
          label={t`Search coverage`}
          value={filters.q ?? ""}
          onSearch={(q) => onSearch({ q: q || undefined })}
        />
        {!campaignId && (
          <FacetSelect
            label={t`Campaign`}
            options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filters.campaign === undefined ? undefined : String(filters.campaign)}
            onChange={(id) => onSearch({ campaign: id === undefined ? undefined : Number(id) })}
          />
        )}
      </FacetBar>
      <DataTable
        label={t`Coverage`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.title || row.canonical_url}
        rowLink={(row) =>
          campaignId
            ? {
                to: "/w/$slug/campaigns/$campaignId/coverage",
                params: { slug, campaignId },
                search: { ...search, piece: row.id },
              }
            : { to: "/w/$slug/coverage", params: { slug }, search: { ...search, piece: row.id } }
        }
        order={filters.order ?? "-published"}
        onOrder={(order) => onSearch({ order: order as CoverageFilters["order"] })}
        isFiltered={Boolean(filters.q || filters.campaign)}
        onClearFilters={() => onSearch({ q: undefined, campaign: undefined })}
        empty={
          <EmptyState icon={IconNews} title={t`No coverage yet`} action={button}>
            {t`Paste the address of an article, a video or a post: its title, date and author are found for you.`}
          </EmptyState>
        }
      />
      {add !== undefined && <AddPiece cardId={add || null} onClose={() => onSearch({ add: undefined })} />}
      {piece && (
        <PieceSheet key={piece} id={piece} mayEdit={mayEdit} onClose={() => onSearch({ piece: undefined })} />
      )}
    </>
  );
}
