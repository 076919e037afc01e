import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import {
  IconDownload,
  IconLayoutKanban,
  IconListCheck,
  IconRefresh,
  IconTag,
  IconTrash,
  IconUser,
} from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { BulkBar } from "@/shared/ui/bulk-bar";
import { useToasts } from "@/shared/ui/toasts";
import { type Selection, useBulk, useRefreshSelection, useUndoBulk } from "../api";
import { countLimit, type Filters, type Order } from "../model";
import type { BulkChange, BulkKind } from "./bulk-dialog";
import ExportMenu from "./export-menu";

const BulkDialog = lazy(() => import("./bulk-dialog"));

interface BulkActionsProps {
  selected: ReadonlySet<number>;
  /** Rows read so far. */
  shown: number;
  /** Rows the filters show in all. */
  count: number | undefined;
  filters: Filters;
  order: Order;
  /** All that match are meant. */
  everybody: boolean;
  onEverybody: () => void;
  onClear: () => void;
}

/** What can be done with the creators ticked, or with all that match. */
export default function BulkActions(props: BulkActionsProps) {
  const { selected, shown, count, filters, order, onEverybody, onClear } = props;
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const [asked, setAsked] = useState<BulkKind | null>(null);
  const bulk = useBulk();
  const undo = useUndoBulk();
  const refresh = useRefreshSelection();

  const all = count !== undefined && count > selected.size && selected.size === shown && shown > 0;
  const everybody = all && props.everybody;
  const selection: Selection = everybody ? { filter: filters } : { ids: [...selected] };
  const number = everybody && count !== undefined ? count : selected.size;
  const total = format.number(Math.min(count ?? 0, countLimit));
  const reach = (count ?? 0) > countLimit ? `${total}+` : total;

  const change = ({ action, params }: BulkChange) =>
    bulk.mutate(
      { action, params, ...selection },
      {
        onSuccess: (result) => {
          setAsked(null);
          onClear();
          const changed = format.number(result.changed);
          const message = t`${changed} changed`;
          if (result.undo.length === 0) toasts.done(message);
          else
            toasts.undoable(message, () =>
              // The bar is gone by then: only the promise still tells.
              undo
                .mutateAsync(result.undo)
                .catch((error) => toasts.failed(t`This could not be undone`, error)),
            );
        },
        onError: (error) => toasts.failed(t`Nothing was changed`, error),
      },
    );
  const startRefresh = () =>
    refresh.mutate(selection, {
      onSuccess: (run) => {
        const channels = format.number(run.total);
        onClear();
        toasts.done(t`Refresh started: ${channels} channels`);
      },
      onError: (error) => toasts.failed(t`The refresh could not start`, error),
    });

  const open = (kind: BulkKind) => () => setAsked(kind);
  const button = { size: "compact-md", variant: "light", color: "gray" } as const;
  return (
    <>
      <BulkBar count={number} onClear={onClear}>
        {all && !everybody && (
          <Button size="compact-md" variant="subtle" onClick={onEverybody}>
            {t`Select all ${reach} that match`}
          </Button>
        )}
        <Button
          size="compact-md"
          leftSection={<IconLayoutKanban size={15} aria-hidden />}
          onClick={open("campaign")}
        >
          {t`Add to a campaign`}
        </Button>
        <Button {...button} leftSection={<IconTag size={15} aria-hidden />} onClick={open("tags")}>
          {t`Tag`}
        </Button>
        <Button {...button} leftSection={<IconListCheck size={15} aria-hidden />} onClick={open("list")}>
          {t`Add to a list`}
        </Button>
        <Button {...button} leftSection={<IconUser size={15} aria-hidden />} onClick={open("owner")}>
          {t`Owner`}
        </Button>
        <Button {...button} onClick={open("status")}>
          {t`Status`}
        </Button>
        <Button
          {...button}
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={refresh.isPending}
          onClick={startRefresh}
        >
          {t`Refresh`}
        </Button>
        <ExportMenu selection={selection} order={order} position="top">
          {(isPending) => (
            <Button {...button} leftSection={<IconDownload size={15} aria-hidden />} loading={isPending}>
              {t`Export`}
            </Button>
          )}
        </ExportMenu>
        <Button
          {...button}
          leftSection={<IconTrash size={15} aria-hidden />}
          loading={bulk.isPending}
          onClick={() => change({ action: "delete", params: {} })}
        >
          {t`Delete`}
        </Button>
      </BulkBar>
      {asked && (
        <Suspense fallback={null}>
          <BulkDialog
            kind={asked}
            count={number}
            selection={selection}
            isPending={bulk.isPending}
            onChange={change}
            onAdded={() => {
              setAsked(null);
              onClear();
            }}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </>
  );
}
