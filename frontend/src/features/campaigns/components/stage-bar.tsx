import { useLingui } from "@lingui/react/macro";
import { Tooltip } from "@mantine/core";
import { useFormat } from "@/shared/format/use-format";
import { type Segment, type StageGroup, segments } from "../model";
import classes from "./bars.module.css";

/** How many cards are where, in one line. */
export function StageBar({ cardsByKind }: { cardsByKind: Parameters<typeof segments>[0] }) {
  const { t } = useLingui();
  const format = useFormat();
  const names: Record<StageGroup, string> = {
    toContact: t`To contact`,
    talking: t`In conversation`,
    underWay: t`Under way`,
    published: t`Published`,
    lost: t`Lost`,
  };
  const parts = segments(cardsByKind);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const describe = ({ group, count }: Segment) => `${names[group]} ${format.number(count)}`;
  return (
    <Tooltip label={parts.map((part) => <div key={part.group}>{describe(part)}</div>)} disabled={total === 0}>
      <span className={classes.line} data-raised>
        <span
          className={classes.bar}
          role="img"
          aria-label={parts.map(describe).join(", ") || t`No creator yet`}
        >
          {parts.map(({ group, share }) => (
            <span key={group} data-group={group} style={{ flexGrow: share }} />
          ))}
        </span>
        <span className="tabular">{format.number(total)}</span>
      </span>
    </Tooltip>
  );
}
