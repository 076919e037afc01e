import { useLingui } from "@lingui/react/macro";
import { Checkbox, Divider, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetFilter } from "@/shared/ui/facet-filter";
import { FacetOptions } from "@/shared/ui/facet-options";
import { FilterPopover } from "@/shared/ui/filter-popover";
import { SearchBox } from "@/shared/ui/search-box";
import type { Facets } from "../api";
import {
  type DayFilter,
  type FilterName,
  type Filters,
  type ListFilter,
  valuesOf,
  withFilter,
  withTags,
  withValues,
} from "../model";
import { useChips } from "./use-chips";
import { useFacets } from "./use-facets";

// Only inside popovers that are closed at first: number and day inputs come when one opens.
const TagsMode = lazy(() => import("./tags-mode"));
const RangeFields = lazy(() => import("./range-fields"));
const DayInput = lazy(() => import("@/shared/ui/day-input").then((module) => ({ default: module.DayInput })));

interface CreatorsFiltersProps {
  filters: Filters;
  facets: Facets;
  onChange: (filters: Filters) => void;
}

export function CreatorsFilters({ filters, facets, onChange }: CreatorsFiltersProps) {
  const { t } = useLingui();
  const { names, optionsOf, labelOf } = useFacets(facets, filters);
  const chips = useChips({ filters, onChange, names, labelOf });
  const set = (name: FilterName, value: string | null) => onChange(withFilter(filters, name, value));
  const facet = (name: ListFilter) => ({
    label: names[name],
    options: optionsOf(name),
    selected: valuesOf(filters, name),
    onChange: (values: string[]) => onChange(withValues(filters, name, values)),
  });
  const countOf = (...chosen: FilterName[]) => chosen.filter((name) => filters[name]).length;
  const allTags = Boolean(filters.tags_all);
  const tags = allTags ? "tags_all" : "tags_any";
  const day = (name: DayFilter, label: string) => (
    <DayInput
      label={label}
      value={filters[name] ?? null}
      onChange={(value) => set(name, value)}
      popoverProps={{ withinPortal: false }}
    />
  );

  return (
    <FacetBar
      active={chips}
      onClear={() => onChange({})}
      search={
        <SearchBox
          label={t`Search creators`}
          value={filters.q ?? ""}
          onSearch={(text) => set("q", text.trim())}
          width={200}
        />
      }
    >
      <FacetFilter {...facet("platform")} />
      <FilterPopover
        label={t`Audience`}
        count={
          valuesOf(filters, "tier").length +
          countOf("followers_min", "followers_max", "engagement_min", "engagement_max")
        }
        width={280}
      >
        <Stack gap="xs">
          <FacetOptions {...facet("tier")} />
          <Divider />
          <Suspense fallback={null}>
            <Text size="sm" fw={500}>{t`Followers`}</Text>
            <RangeFields
              legend={t`Followers`}
              min="followers_min"
              max="followers_max"
              filters={filters}
              onChange={set}
            />
            <Text size="sm" fw={500}>{t`Engagement`}</Text>
            <RangeFields
              legend={t`Engagement`}
              min="engagement_min"
              max="engagement_max"
              filters={filters}
              onChange={set}
              isPercent
            />
          </Suspense>
        </Stack>
      </FilterPopover>
      <FacetFilter {...facet("country")} />
      <FacetFilter {...facet("language")} />
      <FacetFilter {...facet(tags)} onChange={(values) => onChange(withTags(filters, values, allTags))}>
        <Suspense fallback={null}>
          <TagsMode
            all={allTags}
            onChange={(all) => onChange(withTags(filters, valuesOf(filters, tags), all))}
          />
        </Suspense>
      </FacetFilter>
      <FacetFilter {...facet("list")} />
      <FacetFilter {...facet("owner")} />
      <FacetFilter {...facet("status")} />
      <FilterPopover
        label={t`More`}
        count={
          valuesOf(filters, "kind").length +
          countOf("has_email", "contacted_after", "contacted_before", "published_after")
        }
        width={280}
      >
        <Stack gap="xs">
          <FacetOptions {...facet("kind")} />
          <Divider />
          <Checkbox
            size="xs"
            px={6}
            label={t`Has an e-mail address`}
            checked={filters.has_email === "true"}
            onChange={(event) => set("has_email", event.currentTarget.checked ? "true" : null)}
          />
          <Suspense fallback={null}>
            {day("contacted_after", t`Contacted since`)}
            {day("contacted_before", t`Not contacted since`)}
            {day("published_after", t`Published since`)}
          </Suspense>
        </Stack>
      </FilterPopover>
    </FacetBar>
  );
}
