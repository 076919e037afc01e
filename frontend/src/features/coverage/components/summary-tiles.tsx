import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { summaryQuery } from "../api";
import type { SummaryFilters } from "../model";
import classes from "./coverage.module.css";

/** What came of it, in four figures; they follow the filters of the list. */
export function SummaryTiles({ filters }: { filters: SummaryFilters }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { data } = useQuery(summaryQuery(slug, filters));
  const published = format.number(data?.published_creators);
  const received = format.number(data?.received_creators);
  const answers = format.number(data?.days_to_publish?.n);
  const tiles = [
    {
      name: t`Posting rate`,
      value: format.share(data?.posting_rate),
      // A space keeps the room of the line that is coming.
      detail:
        data && !data.received_creators
          ? ""
          : data
            ? t`${published} published of ${received} who received`
            : "\u00a0",
    },
    {
      name: t`Days to publish (median)`,
      value: format.number(data?.days_to_publish?.median),
      detail: data?.days_to_publish ? t`over ${answers} with a parcel` : "",
    },
    { name: t`Pieces`, value: format.number(data?.pieces), detail: "" },
    { name: t`Engagements`, value: format.compact(data?.totals.engagements), detail: "" },
  ];
  return (
    <dl className={classes.tiles}>
      {tiles.map(({ name, value, detail }) => (
        <div key={name} className={classes.tile}>
          <dt>{name}</dt>
          <dd className={classes.value}>{value}</dd>
          {detail && <dd className={classes.detail}>{detail}</dd>}
        </div>
      ))}
    </dl>
  );
}
