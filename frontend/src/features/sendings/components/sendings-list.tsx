import { useLingui } from "@lingui/react/macro";
import { Button, Chip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPackage, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { openCampaignsQuery } from "@/shared/api/lists";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
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
import { useSendingColumns } from "./use-sending-columns";

const NewSending = lazy(() => import("./new-sending"));
const SendingSheet = lazy(() => import("./sending-sheet"));
const SelectedSendings = lazy(() => import("./selected-sendings"));

export interface SendingSearch extends SendingFilters {
  /** The form of a new sending is open: 0 for anybody, else the id of a card. */
  add?: number;
  /** The sending that is open. */
  sending?: number;
}

interface SendingsListProps {
  search: SendingSearch;
  onSearch: (change: Partial<SendingSearch>) => void;
  /** Only those of one campaign. */
  campaignId?: number;
}

const noFilters = {
  q: undefined,
  state: undefined,
  kind: undefined,
  campaign: undefined,
  creator: undefined,
  product: undefined,
  late: undefined,
};

export function SendingsList({ search, onSearch, campaignId }: SendingsListProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const { kinds, states } = useSendingWords();
  const columns = useSendingColumns(campaignId === undefined);
  const { add, sending, ...filters } = search;
  const pages = usePages(sendingsQuery(slug, campaignId ? { ...filters, campaign: campaignId } : filters));
  const campaigns = useQuery({ ...openCampaignsQuery(slug), enabled: !campaignId }).data?.results ?? [];
  const [selected, setSelected] = useState<Set<number>>(new Set());
  // A phone has no room for boxes: parcels are dealt with one by one there.
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const { order: _order, ...narrowing } = filters;
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined);
  const mayEdit = isAtLeast(role, "editor");
  const mayTick = mayEdit && !isPhone;
  const ids = useMemo(() => pages.rows?.map(({ id }) => id) ?? [], [pages.rows]);
  const ticked = pages.rows?.filter(({ id }) => selected.has(id)) ?? [];
  const filter = (change: Partial<SendingSearch>) => {
    // What is ticked but no longer shown must not be changed unseen.
    setSelected(new Set());
    onSearch(change);
  };
  useCommands({ "sendings.add": mayEdit && (() => onSearch({ add: 0 })) });
  const button = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ add: 0 })}>
      {t`New sending`}
    </Button>
  );
  return (
    <>
      <FacetBar
        search={
          <SearchBox
            label={t`Search sendings`}
            value={filters.q ?? ""}
            onSearch={(q) => filter({ q: q || undefined })}
            width={220}
          />
        }
        end={button}
      >
        <FacetFilter
          label={t`State`}
          options={asOptions(states)}
          selected={filters.state ?? []}
          onChange={(state) =>
            filter({ state: state.length > 0 ? (state as SendingFilters["state"]) : undefined })
          }
        />
        <FacetSelect
          label={t`Kind`}
          options={asOptions(kinds)}
          value={filters.kind}
          onChange={(kind) => filter({ kind })}
        />
        {!campaignId && (
          <FacetSelect
            label={t`Campaign`}
            options={campaigns.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filters.campaign === undefined ? undefined : String(filters.campaign)}
            onChange={(id) => filter({ campaign: id === undefined ? undefined : Number(id) })}
          />
        )}
        <Chip
          variant="light"
          color="red"
          checked={filters.late ?? false}
          onChange={(checked) => filter({ late: checked || undefined })}
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
        rowLink={(row) =>
          campaignId
            ? {
                to: "/w/$slug/campaigns/$campaignId/sendings",
                params: { slug, campaignId },
                search: { ...search, sending: row.id },
              }
            : { to: "/w/$slug/sendings", params: { slug }, search: { ...search, sending: row.id } }
        }
        selected={mayTick ? selected : undefined}
        onSelect={mayTick ? setSelected : undefined}
        order={filters.order}
        onOrder={(order) => onSearch({ order: order as SendingFilters["order"] })}
        isFiltered={isFiltered}
        onClearFilters={() => filter(noFilters)}
        empty={
          <EmptyState icon={IconPackage} title={t`No sending yet`} action={button}>
            {t`Note what you give or lend, and to whom: stock follows, and loans that are late show in red.`}
          </EmptyState>
        }
      />
      <Suspense fallback={null}>
        {ticked.length > 0 && <SelectedSendings sendings={ticked} onClear={() => setSelected(new Set())} />}
        {add !== undefined && mayEdit && (
          <NewSending
            cardId={add || undefined}
            campaignId={campaignId}
            onClose={() => onSearch({ add: undefined })}
          />
        )}
        {sending && (
          <SendingSheet
            id={sending}
            ids={ids}
            mayEdit={mayEdit}
            onOpen={(id) => onSearch({ sending: id })}
            onClose={() => onSearch({ sending: undefined })}
          />
        )}
      </Suspense>
    </>
  );
}
