import { useLingui } from "@lingui/react/macro";
import { Button, SegmentedControl, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ErrorState } from "@/shared/ui/error-state";
import { audienceQuery, type Creator } from "../api";
import { hasHistory, type Span, sinceOf } from "../model";
import { AudienceTable } from "./audience-table";
import classes from "./creator.module.css";

// Charts weigh as much as the rest of the application: they come when one is looked at.
const AudienceChart = lazy(() => import("./audience-chart"));

/** How the audience grew: every channel, and all of them together. */
export function AudiencePanel({ creator }: { creator: Creator }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useWorkspace();
  const [span, setSpan] = useState<Span>("365");
  const [asTable, setAsTable] = useState(false);
  const audience = useQuery(audienceQuery(slug, creator.id, sinceOf(span, format.today())));
  return (
    <section className={classes.card} aria-labelledby="audience-heading">
      <div className={classes.cardHead} style={{ flexWrap: "wrap" }}>
        <Title order={2} id="audience-heading">
          {t`Audience`}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t`Period`}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={[
            { value: "30", label: t`30 d` },
            { value: "90", label: t`90 d` },
            { value: "365", label: t`1 year` },
            { value: "all", label: t({ message: "All", context: "period" }) },
          ]}
        />
      </div>
      {audience.data ? (
        hasHistory(audience.data) ? (
          <>
            {asTable ? (
              <AudienceTable audience={audience.data} />
            ) : (
              <Suspense fallback={<Skeleton height={220} />}>
                <AudienceChart audience={audience.data} />
              </Suspense>
            )}
            <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAsTable(!asTable)}>
              {asTable ? t`Show as a chart` : t`Show as a table`}
            </Button>
          </>
        ) : (
          <Text c="dimmed">{t`No history over this period yet. Numbers are taken every week; two of them make a line.`}</Text>
        )
      ) : audience.error ? (
        <ErrorState
          error={audience.error}
          action={<Button onClick={() => audience.refetch()}>{t`Try again`}</Button>}
        />
      ) : (
        <Skeleton height={220} />
      )}
    </section>
  );
}
