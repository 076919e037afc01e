import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import { countCap, type Kind, type TodayRead } from "../model";
import { kindIcons } from "./kind-icons";
import classes from "./today.module.css";
import { useKindNames } from "./use-line-words";

interface KindFilterProps {
  read: TodayRead;
  kind: Kind | undefined;
  onKind: (kind: Kind | undefined) => void;
}

/** How many lines of each kind wait; one click shows those alone, and all of them. */
export function KindFilter({ read, kind, onKind }: KindFilterProps) {
  const { t } = useLingui();
  const format = useFormat();
  const names = useKindNames();
  const counts = read.counts.filter(({ count, kind: each }) => count > 0 || each === kind);
  if (counts.length < 2 && kind === undefined) return null;
  return (
    <fieldset className={classes.kinds}>
      <legend className="visually-hidden">{t`Kinds of lines`}</legend>
      {kind !== undefined && (
        <button type="button" className={classes.kindChip} onClick={() => onKind(undefined)}>
          {t`All kinds`}
        </button>
      )}
      {counts.map(({ kind: each, count }) => {
        const Icon = kindIcons[each];
        const shown = count > countCap ? `${format.number(countCap)}+` : format.number(count);
        return (
          <button
            key={each}
            type="button"
            className={classes.kindChip}
            aria-pressed={each === kind}
            onClick={() => onKind(each === kind ? undefined : each)}
          >
            <Icon size={15} stroke={1.75} aria-hidden />
            {names[each]}
            <span className={classes.count}>{shown}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
