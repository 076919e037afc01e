import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import type { FacetOption } from "@/shared/ui/facet-options";
import { platformName } from "@/shared/ui/platform-icon";
import type { Facets } from "../api";
import { type Filters, type ListFilter, valuesOf } from "../model";

/** What each filter by value is called, what its values are called, and how many creators have them. */
export function useFacets(facets: Facets, filters: Filters) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useCreatorWords();
  const me = useQuery(meQuery()).data?.id;

  const names: Record<ListFilter, string> = {
    platform: t`Network`,
    tier: t`Size`,
    country: t`Country`,
    language: t`Language`,
    tags_any: t`Tag`,
    tags_all: t`Tag`,
    list: t`List`,
    owner: t`Owner`,
    status: t`Status`,
    kind: t`Kind`,
  };
  const facetOf = (name: ListFilter) => (name === "tags_any" || name === "tags_all" ? "tag" : name);
  const found = (name: ListFilter) => facets[facetOf(name)] ?? [];

  function labelOf(name: ListFilter, value: string): string {
    switch (name) {
      case "platform":
        return platformName(value);
      case "tier":
        return words.tiers[value as keyof typeof words.tiers] ?? value;
      case "status":
        return words.statuses[value as keyof typeof words.statuses] ?? value;
      case "kind":
        return words.kinds[value as keyof typeof words.kinds] ?? value;
      case "country":
        return format.countryName(value);
      case "language":
        return format.languageName(value);
      case "owner":
        if (value === "me" || value === String(me)) return t`Me`;
        if (value === "none") return t`Nobody`;
    }
    return found(name).find((option) => option.value === value)?.label ?? value;
  }

  function optionsOf(name: ListFilter): FacetOption[] {
    // My own id reads `me`: a view saved for the team then shows each member their own.
    const mine = (value: string) => (name === "owner" && value === String(me) ? "me" : value);
    const counted = found(name).map(({ value, count }) => ({
      value: mine(value),
      label: labelOf(name, value),
      count,
    }));
    const chosen = [...valuesOf(filters, name), ...(name === "owner" ? ["me", "none"] : [])];
    const missing = [...new Set(chosen)].filter((value) => !counted.some((option) => option.value === value));
    const others = missing.map((value) => ({
      value,
      label: labelOf(name, value),
      count: value === "none" ? null : 0,
    }));
    return [...counted, ...others];
  }

  return { names, labelOf, optionsOf };
}
