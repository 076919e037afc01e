import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconNews, IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useMemo } from "react";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { EmptyState } from "@/shared/ui/empty-state";
import { coverageQuery } from "../api";
import { type CoverageFilters, type CoverageSearch, filtersOf, noFilters, summaryOf } from "../model";
import { CoverageFilterBar } from "./coverage-filters";
import { SummaryTiles } from "./summary-tiles";
import { useCoverageColumns } from "./use-coverage-columns";

const AddPiece = lazy(() => import("./add-piece"));
const PieceSheet = lazy(() => import("./piece-sheet"));

interface CoverageListProps {
  search: CoverageSearch;
  onSearch: (change: Partial<CoverageSearch>) => void;
  /** Only what was published for one campaign. */
  campaignId?: number;
}

export function CoverageList({ search, onSearch, campaignId }: CoverageListProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const columns = useCoverageColumns(campaignId === undefined);
  const filters = filtersOf(search, campaignId);
  const pages = usePages(coverageQuery(slug, filters));
  const ids = useMemo(() => pages.rows?.map(({ id }) => id) ?? [], [pages.rows]);
  const mayEdit = isAtLeast(role, "editor");
  const { order: _order, campaign, ...narrowing } = filters;
  const isFiltered =
    Object.values(narrowing).some((value) => value !== undefined) || (campaign !== undefined && !campaignId);
  useCommands({ "coverage.add": mayEdit && (() => onSearch({ add: 0 })) });
  const button = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ add: 0 })}>
      {t`Add coverage`}
    </Button>
  );
  return (
    <>
      <SummaryTiles filters={summaryOf(filters)} />
      <CoverageFilterBar filters={filters} onSearch={onSearch} campaignId={campaignId} end={button} />
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
        isFiltered={isFiltered}
        onClearFilters={() => onSearch(noFilters)}
        empty={
          <EmptyState icon={IconNews} title={t`No coverage yet`} action={button}>
            {t`Paste the address of an article, a video or a post: its title, date and author are found for you.`}
          </EmptyState>
        }
      />
      <Suspense fallback={null}>
        {search.add !== undefined && mayEdit && (
          <AddPiece cardId={search.add || undefined} onClose={() => onSearch({ add: undefined })} />
        )}
        {search.piece && (
          <PieceSheet
            id={search.piece}
            ids={ids}
            mayEdit={mayEdit}
            onOpen={(id) => onSearch({ piece: id })}
            onClose={() => onSearch({ piece: undefined })}
          />
        )}
      </Suspense>
    </>
  );
}
