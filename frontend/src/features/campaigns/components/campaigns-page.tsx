import { useLingui } from "@lingui/react/macro";
import { Button, Switch } from "@mantine/core";
import { IconLayoutKanban, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { brandsQuery } from "@/shared/api/lists";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
import { asOptions, useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetSelect } from "@/shared/ui/facet-select";
import { SearchBox } from "@/shared/ui/search-box";
import { campaignsQuery } from "../api";
import type { CampaignFilters } from "../model";
import { CampaignDialog } from "./campaign-dialog";
import { useCampaignColumns } from "./use-campaign-columns";

interface CampaignsPageProps {
  filters: CampaignFilters;
  onFilters: (change: Partial<CampaignFilters>) => void;
  /** The form of a new campaign is open. */
  isAdding: boolean;
  onAdding: (isAdding: boolean) => void;
}

export function CampaignsPage({ filters, onFilters, isAdding, onAdding }: CampaignsPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const navigate = useNavigate();
  const columns = useCampaignColumns();
  const { kinds, states } = useCampaignWords();
  const brands = useQuery(brandsQuery(slug)).data?.results ?? [];
  const pages = usePages(campaignsQuery(slug, filters));
  const { order, archived, ...narrowing } = filters;
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined);
  const clear = () => onFilters({ q: undefined, state: undefined, kind: undefined, brand: undefined });
  const mayEdit = isAtLeast(role, "editor");
  useCommands({ "campaigns.add": mayEdit && (() => onAdding(true)) });
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onAdding(true)}>
      {t`New campaign`}
    </Button>
  );
  return (
    <AppPage title={t`Campaigns`} actions={add}>
      <FacetBar
        end={
          <Switch
            label={t({ message: "Archived", context: "campaigns" })}
            checked={archived ?? false}
            onChange={(event) => onFilters({ archived: event.currentTarget.checked || undefined })}
          />
        }
        search={
          <SearchBox
            label={t`Search campaigns`}
            value={filters.q ?? ""}
            onSearch={(q) => onFilters({ q: q || undefined })}
          />
        }
      >
        <FacetSelect
          label={t`State`}
          options={asOptions(states)}
          value={filters.state}
          onChange={(state) => onFilters({ state })}
        />
        <FacetSelect
          label={t`Kind`}
          options={asOptions(kinds)}
          value={filters.kind}
          onChange={(kind) => onFilters({ kind })}
        />
        {brands.length > 1 && (
          <FacetSelect
            label={t`Brand`}
            options={brands.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={filters.brand === undefined ? undefined : String(filters.brand)}
            onChange={(brand) => onFilters({ brand: brand === undefined ? undefined : Number(brand) })}
          />
        )}
      </FacetBar>
      <DataTable
        label={t`Campaigns`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowLink={(row) => ({
          to: "/w/$slug/campaigns/$campaignId",
          params: { slug, campaignId: row.id },
        })}
        order={order}
        onOrder={(next) => onFilters({ order: next as CampaignFilters["order"] })}
        isFiltered={isFiltered}
        onClearFilters={clear}
        empty={
          archived ? (
            <EmptyState icon={IconLayoutKanban} title={t`No archived campaign`} />
          ) : (
            <EmptyState icon={IconLayoutKanban} title={t`No campaign yet`} action={add}>
              {t`A campaign has a board with one card for each creator: who is contacted, who said yes, who received the product, who published.`}
            </EmptyState>
          )
        }
      />
      {isAdding && mayEdit && (
        <CampaignDialog
          campaign={null}
          onClose={() => onAdding(false)}
          onSaved={({ id }) =>
            void navigate({
              to: "/w/$slug/campaigns/$campaignId",
              params: { slug, campaignId: id },
            })
          }
        />
      )}
    </AppPage>
  );
}
