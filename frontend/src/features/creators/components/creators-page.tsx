import { Plural, useLingui } from "@lingui/react/macro";
import { ActionIcon, Box, Button, Menu } from "@mantine/core";
import {
  IconChevronDown,
  IconCopyCheck,
  IconDownload,
  IconFileImport,
  IconPencil,
  IconPlus,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useCommands } from "@/shared/commands/use-commands";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { DataTable } from "@/shared/ui/data-table/data-table";
import { MenuItemLink } from "@/shared/ui/links";
import { type CreatorRow, creatorCountsQuery, creatorPagesQuery } from "../api";
import { hiddenColumns, keepHidden } from "../columns";
import {
  type CreatorsSearch,
  countLimit,
  defaultOrder,
  type Filters,
  filtersOf,
  type Order,
  searchOf,
} from "../model";
import { CreatorsFilters } from "./creators-filters";
import { PasteBox } from "./paste-box";
import { SavedViews } from "./saved-views";
import { useCreatorColumns } from "./use-creator-columns";

// Opened by a choice: what it is made of need not come with the list.
const AddCreatorDialog = lazy(() => import("./add-creator-dialog"));
const ColumnsChoice = lazy(() => import("./columns-choice"));
const ExportMenu = lazy(() => import("./export-menu"));
const BulkActions = lazy(() => import("./bulk-actions"));
const NoCreators = lazy(() => import("./no-creators"));

interface CreatorsPageProps {
  search: CreatorsSearch;
  onSearch: (search: CreatorsSearch) => void;
}

const rowId = (row: CreatorRow) => row.id;

export function CreatorsPage({ search, onSearch }: CreatorsPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const filters = filtersOf(search);
  const order = search.order ?? defaultOrder;
  const pages = usePages(creatorPagesQuery(slug, filters, order));
  const counts = useQuery(creatorCountsQuery(slug, filters));
  const columns = useCreatorColumns();
  const hidden = hiddenColumns(slug, search.hide);
  const [selected, setSelected] = useState<Set<number>>(new Set());
  /** The selection is all that match, also beyond the rows shown. */
  const [everybody, setEverybody] = useState(false);
  const [pasted, setPasted] = useState<string | null>(null);
  const mayEdit = isAtLeast(role, "editor");
  const isFiltered = Object.keys(filters).length > 0;
  const count = counts.data?.count;

  const select = (next: Set<number>) => {
    setSelected(next);
    setEverybody(false);
  };
  const show = (next: Filters, nextOrder: Order = order) => {
    // Who is ticked but no longer shown must not be changed unseen.
    select(new Set());
    onSearch({
      ...searchOf(next),
      order: nextOrder === defaultOrder ? undefined : nextOrder,
      view: search.view,
      hide: search.hide,
    });
  };
  const openDialog = (url: string) => setPasted(url);
  useCommands({ "creators.add": mayEdit && (() => openDialog("")) });
  const closeDialog = useCallback(() => {
    setPasted(null);
    if (search.add) onSearch({ ...search, add: undefined });
  }, [search, onSearch]);

  return (
    <AppPage
      title={t`Creators`}
      aside={
        <>
          <Count count={count} />
          <SavedViews
            filters={filters}
            order={order}
            hidden={hidden}
            view={search.view}
            onSearch={onSearch}
          />
        </>
      }
      actions={
        <>
          {mayEdit && <PasteBox onPaste={openDialog} />}
          <Suspense fallback={<Box w={36} visibleFrom="sm" />}>
            <ColumnsChoice
              columns={columns}
              hidden={hidden}
              onChange={(next) => onSearch({ ...search, hide: keepHidden(slug, next) })}
            />
          </Suspense>
          {mayEdit && (
            <>
              <Suspense fallback={<Box w={36} />}>
                <ExportMenu selection={{ filter: filters }} order={order} position="bottom-end">
                  {(isPending) => (
                    <ActionIcon
                      variant="default"
                      size={36}
                      aria-label={t`Export`}
                      title={t`Export`}
                      loading={isPending}
                      disabled={count === 0}
                    >
                      <IconDownload size={18} aria-hidden />
                    </ActionIcon>
                  )}
                </ExportMenu>
              </Suspense>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button
                    leftSection={<IconPlus size={16} aria-hidden />}
                    rightSection={<IconChevronDown size={14} aria-hidden />}
                  >
                    {t`Add`}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconPencil size={16} aria-hidden />}
                    onClick={() => openDialog("")}
                  >
                    {t`Add a creator`}
                  </Menu.Item>
                  <MenuItemLink
                    to="/w/$slug/creators/import"
                    params={{ slug }}
                    leftSection={<IconFileImport size={16} aria-hidden />}
                  >
                    {t`Import a list`}
                  </MenuItemLink>
                  <MenuItemLink
                    to="/w/$slug/creators/duplicates"
                    params={{ slug }}
                    leftSection={<IconCopyCheck size={16} aria-hidden />}
                  >
                    {t`Find duplicates`}
                  </MenuItemLink>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </>
      }
    >
      <CreatorsFilters filters={filters} facets={counts.data?.facets ?? {}} onChange={(next) => show(next)} />
      <DataTable
        label={t`Creators`}
        columns={columns}
        hidden={hidden}
        rowId={rowId}
        rowName={(row) => row.name}
        rowLink={(row) => ({ to: "/w/$slug/creators/$id", params: { slug, id: String(row.id) } })}
        order={order}
        onOrder={(next) => show(filters, next as Order)}
        selected={mayEdit ? selected : undefined}
        onSelect={mayEdit ? select : undefined}
        onSelectAll={() => setEverybody(true)}
        isFiltered={isFiltered}
        onClearFilters={() => show({})}
        empty={
          <Suspense fallback={null}>
            <NoCreators onAdd={() => openDialog("")} />
          </Suspense>
        }
        {...pages}
      />
      {mayEdit && selected.size > 0 && (
        <Suspense fallback={null}>
          <BulkActions
            selected={selected}
            shown={pages.rows?.length ?? 0}
            count={count}
            filters={filters}
            order={order}
            everybody={everybody}
            onEverybody={() => setEverybody(true)}
            onClear={() => select(new Set())}
          />
        </Suspense>
      )}
      {(pasted !== null || search.add) && mayEdit && (
        <Suspense fallback={null}>
          <AddCreatorDialog url={pasted ?? ""} onClose={closeDialog} />
        </Suspense>
      )}
    </AppPage>
  );
}

function Count({ count }: { count: number | undefined }) {
  const { t } = useLingui();
  const format = useFormat();
  if (count === undefined) return null;
  const limit = format.number(countLimit);
  return (
    <span className="tabular" role="status">
      {count > countLimit ? (
        t`${limit}+ creators`
      ) : (
        <Plural value={count} one="# creator" other="# creators" />
      )}
    </span>
  );
}
