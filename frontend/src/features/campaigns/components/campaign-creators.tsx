import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { stagesQuery } from "@/shared/api/lists";
import { usePages } from "@/shared/api/pages";
import { useFormat } from "@/shared/format/use-format";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { DataTable } from "@/shared/ui/data-table/data-table";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetSelect } from "@/shared/ui/facet-select";
import { ButtonLink } from "@/shared/ui/links";
import { RowName } from "@/shared/ui/row-name";
import { SearchBox } from "@/shared/ui/search-box";
import { StageDot } from "@/shared/ui/status-dot";
import { type Participation, participationsQuery } from "../api";
import type { CardFilters } from "../model";

interface CampaignCreatorsProps {
  campaignId: number;
  filters: CardFilters;
  onFilters: (change: Partial<CardFilters>) => void;
}

/** The cards of the board as a table. */
export function CampaignCreators({ campaignId, filters, onFilters }: CampaignCreatorsProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const stageName = useStageName();
  const stages = useQuery(stagesQuery(slug)).data?.results ?? [];
  const columns = useColumns();
  const pages = usePages(participationsQuery(slug, campaignId, filters));
  const params = { slug, campaignId };
  return (
    <>
      <FacetBar
        search={
          <SearchBox
            label={t`Search creators`}
            value={filters.q ?? ""}
            onSearch={(q) => onFilters({ q: q || undefined })}
          />
        }
      >
        <FacetSelect
          label={t`Stage`}
          options={stages.map((stage) => ({ value: String(stage.id), label: stageName(stage) }))}
          value={filters.stage === undefined ? undefined : String(filters.stage)}
          onChange={(stage) => onFilters({ stage: stage === undefined ? undefined : Number(stage) })}
        />
      </FacetBar>
      <DataTable
        label={t`Creators of the campaign`}
        columns={columns}
        {...pages}
        rowId={(row) => row.id}
        rowName={(row) => row.creator_name}
        rowLink={(row) => ({
          to: "/w/$slug/campaigns/$campaignId",
          params,
          search: { card: row.id },
        })}
        order={filters.order ?? "creator_name"}
        onOrder={(order) => onFilters({ order: order as CardFilters["order"] })}
        isFiltered={Boolean(filters.q || filters.stage)}
        onClearFilters={() => onFilters({ q: undefined, stage: undefined })}
        empty={
          <EmptyState
            icon={IconUsers}
            title={t`No creator yet`}
            action={
              <ButtonLink to="/w/$slug/campaigns/$campaignId" params={params}>
                {t`Go to the board`}
              </ButtonLink>
            }
          >
            {t`Add creators on the board, or select some in the list of creators and add them together.`}
          </EmptyState>
        }
      />
    </>
  );
}

function useColumns(): DataColumn<Participation>[] {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const stageName = useStageName();
  const { data } = useQuery(stagesQuery(slug));
  return useMemo(() => {
    const stages = new Map(data?.results.map((stage) => [stage.id, stage]));
    const today = format.today();
    return [
      {
        id: "name",
        header: t`Creator`,
        primary: true,
        orderBy: "creator_name",
        cell: (row) => (
          <RowName
            avatar={<Avatar name={row.creator_name} platform={row.main_platform} size={24} />}
            name={row.creator_name}
            detail={row.main_handle}
          />
        ),
      },
      {
        id: "stage",
        header: t`Stage`,
        width: 176,
        cell: (row) => {
          const stage = stages.get(row.stage);
          return stage && <StageDot colour={stage.colour}>{stageName(stage)}</StageDot>;
        },
      },
      {
        id: "since",
        header: t`Since`,
        width: 120,
        orderBy: "stage_since",
        wideOnly: true,
        cell: (row) => format.age(row.stage_since),
      },
      {
        id: "followers",
        header: t`Followers`,
        width: 110,
        align: "end",
        orderBy: "followers",
        wideOnly: true,
        cell: (row) => format.compact(row.followers),
      },
      {
        id: "next",
        header: t`Next action`,
        width: 240,
        orderBy: "next_action_on",
        wideOnly: true,
        cell: (row) => (
          <>
            {row.next_action_on && (
              <Text component="span" inherit c={row.next_action_on < today ? "var(--relais-bad)" : "dimmed"}>
                {`${format.shortDate(row.next_action_on)} `}
              </Text>
            )}
            {row.next_action}
          </>
        ),
      },
      { id: "owner", header: t`Owner`, width: 140, wideOnly: true, cell: (row) => row.owner_name ?? "" },
      {
        id: "fee",
        header: t`Fee`,
        width: 110,
        align: "end",
        orderBy: "fee_amount",
        wideOnly: true,
        cell: (row) => format.money(row.fee_amount),
      },
    ];
  }, [t, format, data, stageName]);
}
