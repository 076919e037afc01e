import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";
import { openCampaignsQuery } from "@/shared/api/lists";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetFilter } from "@/shared/ui/facet-filter";
import { FacetSelect } from "@/shared/ui/facet-select";
import { FilterPopover } from "@/shared/ui/filter-popover";
import { platformName } from "@/shared/ui/platform-icon";
import { SearchBox } from "@/shared/ui/search-box";
import { type CoverageFilters, type CoverageSearch, noFilters, platforms } from "../model";
import { useCoverageChips } from "./use-coverage-chips";
import { useCoverageWords } from "./use-coverage-words";

// Only inside a popover that is closed at first.
const PeriodFields = lazy(() => import("./period-fields"));

interface CoverageFiltersProps {
  filters: CoverageFilters;
  onSearch: (change: Partial<CoverageSearch>) => void;
  /** Fixed, in a campaign's own tab. */
  campaignId?: number;
  end: ReactNode;
}

/** Narrows the list and the figures above it; what is in force stands below, each with its way out. */
export function CoverageFilterBar({ filters, onSearch, campaignId, end }: CoverageFiltersProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { kinds } = useCoverageWords();
  const campaigns = useQuery({ ...openCampaignsQuery(slug), enabled: !campaignId }).data?.results ?? [];
  const chips = useCoverageChips({ filters, onSearch });
  const { published_after, published_before } = filters;
  return (
    <FacetBar
      search={
        <SearchBox
          label={t`Search coverage`}
          value={filters.q ?? ""}
          onSearch={(q) => onSearch({ q: q || undefined })}
          width={220}
        />
      }
      end={end}
      active={chips}
      onClear={() => onSearch(noFilters)}
    >
      <FacetFilter
        label={t`Network`}
        options={platforms.map((value) => ({ value, label: platformName(value) }))}
        selected={filters.platform ?? []}
        onChange={(values) => onSearch({ platform: values.join(",") || undefined })}
      />
      <FacetFilter
        label={t`Kind`}
        options={asOptions(kinds)}
        selected={filters.kind ?? []}
        onChange={(values) => onSearch({ kind: values.join(",") || undefined })}
      />
      <FilterPopover
        label={t`Published`}
        count={[published_after, published_before].filter(Boolean).length}
        width={290}
      >
        <Suspense fallback={null}>
          <PeriodFields after={published_after} before={published_before} onChange={onSearch} />
        </Suspense>
      </FilterPopover>
      {!campaignId && (
        <FacetSelect
          label={t`Campaign`}
          options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={filters.campaign === undefined ? undefined : String(filters.campaign)}
          onChange={(id) => onSearch({ campaign: id === undefined ? undefined : Number(id) })}
        />
      )}
    </FacetBar>
  );
}
