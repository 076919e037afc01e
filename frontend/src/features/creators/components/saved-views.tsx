import { useLingui } from "@lingui/react/macro";
import { Button, Menu, Text } from "@mantine/core";
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconTrash,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { meQuery } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { useToasts } from "@/shared/ui/toasts";
import { type SavedView, savedViewsQuery, useForgetView, useSaveView } from "../api";
import { type ColumnId, shownColumns } from "../columns";
import { type CreatorsSearch, differs, type Filters, type Order, queryOfView, searchOfView } from "../model";
import classes from "./creators.module.css";

const SaveViewDialog = lazy(() => import("./save-view-dialog"));

interface SavedViewsProps {
  filters: Filters;
  order: Order;
  hidden: readonly ColumnId[];
  /** Id of the view applied last. */
  view: number | undefined;
  onSearch: (search: CreatorsSearch) => void;
}

/** Filters and order under a name, mine and the team's. */
export function SavedViews({ filters, order, hidden, view, onSearch }: SavedViewsProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const me = useQuery(meQuery()).data;
  const views =
    useQuery(savedViewsQuery(slug)).data?.results.filter(({ screen }) => screen === "creators") ?? [];
  const [isSaving, setSaving] = useState(false);
  const save = useSaveView();
  const forget = useForgetView();
  const toasts = useToasts();
  const current = views.find(({ id }) => id === view);
  const isModified = current !== undefined && differs(current, filters, order, hidden);
  const isMine = current?.owner.id === me?.id;
  const query = queryOfView(filters, order);
  const columns = shownColumns(hidden);
  const failed = (error: Error) => toasts.failed(t`The view was not changed`, error);

  const remove = ({ id, name, is_shared, screen, query: kept, columns: shown }: SavedView) =>
    forget.mutate(id, {
      onSuccess: () => {
        onSearch({ ...searchOfView({ id, query: kept, columns: shown }), view: undefined });
        toasts.undoable(t`View “${name}” deleted`, () =>
          save.mutate({ name, is_shared, screen, query: kept, columns: shown }, { onError: failed }),
        );
      },
      onError: failed,
    });

  return (
    <div className={classes.views}>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            {current?.name ?? t`Views`}
            {isModified && (
              <span
                className={classes.modified}
                style={{ marginLeft: 8 }}
                role="img"
                aria-label={t`Changed since it was saved`}
              />
            )}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.length === 0 && (
            <Text size="sm" c="dimmed" p="xs">
              {t`Set filters and an order, then save them under a name: one click brings them back.`}
            </Text>
          )}
          {views.map((one) => (
            <Menu.Item
              key={one.id}
              leftSection={
                one.is_shared ? (
                  <IconUsersGroup size={16} role="img" aria-label={t`Shared with the team`} />
                ) : (
                  <IconBookmark size={16} aria-hidden />
                )
              }
              onClick={() => onSearch(searchOfView(one))}
            >
              {one.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {current && isModified && isMine && (
            <Menu.Item
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              onClick={() =>
                save.mutate(
                  { id: current.id, name: current.name, query, columns },
                  { onSuccess: () => toasts.done(t`View saved`), onError: failed },
                )
              }
            >
              {t`Save the changes`}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconDeviceFloppy size={16} aria-hidden />} onClick={() => setSaving(true)}>
            {t`Save as a new view…`}
          </Menu.Item>
          {current && isMine && (
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(current)}>
              {t`Delete this view`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {isSaving && (
        <Suspense fallback={null}>
          <SaveViewDialog
            query={query}
            columns={columns}
            onSaved={(saved) => {
              setSaving(false);
              onSearch(searchOfView(saved));
            }}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
