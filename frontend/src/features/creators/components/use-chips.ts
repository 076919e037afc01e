import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import type { ActiveFilter } from "@/shared/ui/facet-bar";
import {
  type FilterName,
  type Filters,
  type ListFilter,
  listFilters,
  valuesOf,
  withFilter,
  withValues,
} from "../model";

interface ChipsOptions {
  filters: Filters;
  onChange: (filters: Filters) => void;
  names: Record<ListFilter, string>;
  labelOf: (name: ListFilter, value: string) => string;
}

/** The filters in force, in words; each goes away by itself. */
export function useChips({ filters, onChange, names, labelOf }: ChipsOptions): ActiveFilter[] {
  const { t } = useLingui();
  const format = useFormat();

  const byValue = listFilters.flatMap((name) =>
    valuesOf(filters, name).map((value) => {
      const label = names[name];
      const chosen = labelOf(name, value);
      return {
        key: `${name}:${value}`,
        label: t`${label}: ${chosen}`,
        onRemove: () =>
          onChange(
            withValues(
              filters,
              name,
              valuesOf(filters, name).filter((other) => other !== value),
            ),
          ),
      };
    }),
  );

  const { q } = filters;
  const number = (name: FilterName) => format.number(Number(filters[name]));
  const percent = (name: FilterName) => format.share(Number(filters[name]), 2);
  const date = (name: FilterName) => format.date(filters[name]);
  const sentences: [FilterName, () => string][] = [
    ["q", () => t`Text: ${q}`],
    ["followers_min", () => t`At least ${number("followers_min")} followers`],
    ["followers_max", () => t`At most ${number("followers_max")} followers`],
    ["engagement_min", () => t`Engagement of ${percent("engagement_min")} or more`],
    ["engagement_max", () => t`Engagement of ${percent("engagement_max")} or less`],
    [
      "has_email",
      () => (filters.has_email === "true" ? t`Has an e-mail address` : t`Without an e-mail address`),
    ],
    ["contacted_after", () => t`Contacted since ${date("contacted_after")}`],
    ["contacted_before", () => t`Not contacted since ${date("contacted_before")}`],
    ["published_after", () => t`Published since ${date("published_after")}`],
  ];
  const byAmount = sentences
    .filter(([name]) => filters[name])
    .map(([name, sentence]) => ({
      key: name,
      label: sentence(),
      onRemove: () => onChange(withFilter(filters, name, null)),
    }));

  return [...byAmount, ...byValue];
}
