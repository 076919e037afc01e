import { useLingui } from "@lingui/react/macro";
import { Button, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { ErrorState } from "@/shared/ui/error-state";
import { todayQuery } from "../api";
import type { Kind } from "../model";
import classes from "./today.module.css";
import { TodayView } from "./today-view";

export interface TodaySearch {
  /** Mine unless told. */
  owner?: "all";
  kind?: Kind;
  /** The form of a new task is open. */
  add?: boolean;
  /** A publication is being recorded, for a card or a parcel. */
  quick?: "coverage";
  card?: number;
  sending?: number;
}

interface TodayPageProps {
  search: TodaySearch;
  onSearch: (change: Partial<TodaySearch>) => void;
  /** What a workspace without creators shows. */
  firstSteps: ReactNode;
}

/** What needs somebody this morning, by urgency; each line is dealt with where it stands. */
export function TodayPage({ search, onSearch, firstSteps }: TodayPageProps) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const format = useFormat();
  const today = useQuery(todayQuery(slug, search.owner ?? "me", search.kind));
  const mayEdit = isAtLeast(role, "editor");
  const { data } = today;
  if (data?.is_new && data.lines.length === 0 && mayEdit)
    return (
      <AppPage title={t`Your workspace is ready`} width="text">
        <Text c="dimmed">{t`How would you like to begin?`}</Text>
        <div className={classes.first}>{firstSteps}</div>
      </AppPage>
    );
  return (
    <AppPage
      title={t`Today`}
      aside={<span className={classes.date}>{format.longDate(data?.day ?? format.today())}</span>}
      actions={
        <>
          <SegmentedControl
            size="sm"
            aria-label={t`Whose`}
            value={search.owner ?? "me"}
            onChange={(owner) => onSearch({ owner: owner === "all" ? "all" : undefined, kind: undefined })}
            data={[
              { value: "me", label: t`Mine` },
              { value: "all", label: t`Everybody’s` },
            ]}
          />
          {mayEdit && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => onSearch({ add: true })}>
              {t`Add a task`}
            </Button>
          )}
        </>
      }
    >
      {data ? (
        <TodayView read={data} search={search} onSearch={onSearch} mayEdit={mayEdit} />
      ) : today.error ? (
        <ErrorState
          error={today.error}
          action={<Button onClick={() => today.refetch()}>{t`Try again`}</Button>}
        />
      ) : (
        <div role="status" aria-label={t`Loading`} className={classes.today}>
          {["a", "b", "c", "d", "e", "f"].map((key) => (
            <Skeleton key={key} height={52} radius="lg" mb={6} />
          ))}
        </div>
      )}
    </AppPage>
  );
}
