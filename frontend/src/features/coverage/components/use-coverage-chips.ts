import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { creatorQuery } from "@/shared/api/creators";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { ActiveFilter } from "@/shared/ui/facet-bar";
import { platformName } from "@/shared/ui/platform-icon";
import type { CoverageFilters, CoverageSearch } from "../model";
import { useCoverageWords } from "./use-coverage-words";

interface ChipsOptions {
  filters: CoverageFilters;
  onSearch: (change: Partial<CoverageSearch>) => void;
}

/** The filters in force, in words; each goes away by itself. The campaign says itself on its button. */
export function useCoverageChips({ filters, onSearch }: ChipsOptions): ActiveFilter[] {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const words = useCoverageWords();
  const { q, platform = [], kind = [], creator = 0, sending, published_after, published_before } = filters;
  const name = useQuery({ ...creatorQuery(slug, creator), enabled: creator > 0 }).data?.name ?? "…";
  const since = format.date(published_after);
  const until = format.date(published_before);

  const without = (values: readonly string[], gone: string) =>
    values.filter((value) => value !== gone).join(",") || undefined;
  const one = (key: keyof CoverageSearch, isOn: unknown, label: string): ActiveFilter[] =>
    isOn ? [{ key, label, onRemove: () => onSearch({ [key]: undefined }) }] : [];
  return [
    ...one("q", q, t`Text: ${q}`),
    ...one("creator", creator, name),
    ...one("sending", sending, t`One sending`),
    ...one("published_after", published_after, t`Published since ${since}`),
    ...one("published_before", published_before, t`Published until ${until}`),
    ...platform.map((value) => ({
      key: `platform:${value}`,
      label: platformName(value),
      onRemove: () => onSearch({ platform: without(platform, value) }),
    })),
    ...kind.map((value) => ({
      key: `kind:${value}`,
      label: words.kinds[value],
      onRemove: () => onSearch({ kind: without(kind, value) }),
    })),
  ];
}
