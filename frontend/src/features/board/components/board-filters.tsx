import { useLingui } from "@lingui/react/macro";
import { Chip, SegmentedControl } from "@mantine/core";
import { FacetBar } from "@/shared/ui/facet-bar";
import { SearchBox } from "@/shared/ui/search-box";
import type { Grouping } from "../columns";
import type { BoardFilters } from "../model";

interface BoardFilterBarProps {
  filters: BoardFilters;
  onFilters: (change: Partial<BoardFilters>) => void;
  grouping: Grouping;
  onGroup: (by: Grouping) => void;
}

export function BoardFilterBar({ filters, onFilters, grouping, onGroup }: BoardFilterBarProps) {
  const { t } = useLingui();
  return (
    <FacetBar
      search={
        <SearchBox
          label={t`Search cards`}
          value={filters.q ?? ""}
          onSearch={(q) => onFilters({ q: q || undefined })}
          width={220}
        />
      }
      end={
        <SegmentedControl
          size="xs"
          aria-label={t`Group the cards by`}
          value={grouping}
          onChange={(by) => onGroup(by as Grouping)}
          data={[
            { value: "stage", label: t`By stage` },
            { value: "owner", label: t`By owner` },
          ]}
        />
      }
    >
      <Chip
        variant="light"
        checked={filters.owner === "me"}
        onChange={(checked) => onFilters({ owner: checked ? "me" : undefined })}
      >
        {t`My cards`}
      </Chip>
      <Chip
        variant="light"
        color="red"
        checked={filters.late ?? false}
        onChange={(checked) => onFilters({ late: checked || undefined })}
      >
        {t`Late actions`}
      </Chip>
    </FacetBar>
  );
}
