import { useLingui } from "@lingui/react/macro";
import { Button, Chip } from "@mantine/core";
import { IconPackage, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { openCampaignsQuery } from "@/shared/api/lists";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetFilter } from "@/shared/ui/facet-filter";
import { FacetSelect } from "@/shared/ui/facet-select";
import { SearchBox } from "@/shared/ui/search-box";
import { sendingsQuery } from "../api";
import type { SendingFilters } from "../model";
import { NewSending } from "./new-sending";
import { useSendingColumns } from "./use-sending-columns";

export interface SendingSearch extends SendingFilters {
  /** The form of a new sending is open: 0 for anybody, else the id of a card. */
  add?: number;
}

interface SendingsListProps {
  search: SendingSearch;
  onSearch: (change: Partial<SendingSearch>) => void;
  /** Only those of one campaign. */
  campaignId?: number;
}

export function SendingsList({ search, onSearch, campaignId }: SendingsListProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const { kinds, states } = useSendingWords();
  const columns = useSendingColumns(campaignId === undefined);
  const { add, ...filters } = search;
  const pages = usePages(sendingsQuery(slug, campaignId ? { ...filters, campaign: campaignId } : filters));
  const campaigns = useQuery({ ...openCampaignsQuery(slug), enabled: !campaignId }).data?.results ?? [];
  const { order: _order, ...narrowing } = filters;
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined);
  const button = isAtLeast(role, "editor") && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ add: 0 })}>
      {t`New sending`}
    </Button>
  );
  return (
    <>
      <FacetBar end={button}>
        <SearchBox
          label={t`Search sendings`}
          value={filters.q ?? ""}
          onSearch={(q) => onSearch({ q: q || undefined })}
          width={220}
        />
        <FacetFilter
          label={t`State`}
          options={asOptions(states)}
          selected={filters.state ?? []}
          onChange={(state) =>
            onSearch({ state: state.length > 0 ? (state as SendingFilters["state"]) : undefined })
          }
        />
        <FacetSelect
          label={t`Kind`}
          options={asOptions(kinds)}
          value={filters.kind}
          onChange={(kind) => onSearch({ kind })}
        />
        {!campaignId && (
          <FacetSelect
            label={t`Campaign`}
            options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filters.campaign === undefined ? undefined : String(filters.campaign)}
            onChange={(id) => onSearch({ campaign: id === undefined ? undefined : Number(id) })}
          />
        )}
        <Chip
          variant="light"
          color="red"
          checked={filters.late ?? false}
          onChange={(checked) => onSearch({ late: checked || undefined })}
        >
          {t`Late`}
        </Chip>
      </FacetBar>
      <DataTable
        label={t`Sendings`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.creator.name}
        order={filters.order}
        onOrder={(order) => onSearch({ order: order as SendingFilters["order"] })}
        isFiltered={isFiltered}
        onClearFilters={() =>
          onSearch({ q: undefined, state: undefined, kind: undefined, campaign: undefined, late: undefined })
        }
        empty={
          <EmptyState icon={IconPackage} title={t`No sending yet`} action={button}>
            {t`Note what you give or lend, and to whom: stock follows, and loans that are late show in red.`}
          </EmptyState>
        }
      />
      {add !== undefined && <NewSending cardId={add || null} onClose={() => onSearch({ add: undefined })} />}
    </>
  );
}
