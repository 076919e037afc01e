import { useLingui } from "@lingui/react/macro";
import { Button, Skeleton, Text } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { usePages } from "@/shared/api/pages";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { EmptyState } from "@/shared/ui/empty-state";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { pairsQuery } from "../api";
import classes from "./duplicates.module.css";
import { PairItem } from "./pair-item";

/** Records that may be one person: made one, or told apart for good. */
export function DuplicatesPage() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { rows, error, onRetry, hasMore, isLoadingMore, onMore } = usePages(pairsQuery(slug));
  return (
    <AppPage
      title={t`Duplicates`}
      breadcrumb={
        <AnchorLink to="/w/$slug/creators" params={{ slug }} size="sm">
          {t`Creators`}
        </AnchorLink>
      }
    >
      <Text c="dimmed">{t`A merge keeps everything of both, and can be undone.`}</Text>
      {rows ? (
        rows.length > 0 ? (
          <ul className={classes.pairs}>
            {rows.map((pair) => (
              <li key={`${pair.first.id}-${pair.second.id}`} className={classes.pair}>
                <PairItem pair={pair} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState icon={IconCopyCheck} title={t`No duplicates`}>
            {t`Two records that share a channel, an e-mail address, or a name and a site would stand here.`}
          </EmptyState>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={onRetry}>{t`Try again`}</Button>} />
      ) : (
        <Skeleton height={140} radius="lg" role="status" aria-label={t`Loading`} />
      )}
      {hasMore && (
        <Button variant="subtle" loading={isLoadingMore} onClick={onMore}>
          {t`Show more`}
        </Button>
      )}
    </AppPage>
  );
}
