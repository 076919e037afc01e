import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { lazy, Suspense, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { finish, type NextAction, plan, putOff, type TakeBack } from "../api";
import { canPlan, groupsOf, isShown, keyOf, type Line, mainAct, type TodayRead } from "../model";
import { KeyHints } from "./key-hints";
import { KindFilter } from "./kind-filter";
import type { LineForm } from "./line-dialog";
import classes from "./today.module.css";
import { TodayEmpty } from "./today-empty";
import { type LineActs, TodayLine } from "./today-line";
import type { TodaySearch } from "./today-page";
import { useActs } from "./use-acts";
import { useLineFocus } from "./use-line-focus";
import { useLineKeys } from "./use-line-keys";
import { useLineWords } from "./use-line-words";

const LineDialog = lazy(() => import("./line-dialog"));

interface TodayViewProps {
  read: TodayRead;
  search: TodaySearch;
  onSearch: (change: Partial<TodaySearch>) => void;
  mayEdit: boolean;
}

/** The lines once they are read, and what is open on top of them. */
export function TodayView({ read, search, onSearch, mayEdit }: TodayViewProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const words = useLineWords();
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const rest = useRef<HTMLHeadingElement>(null);
  /** The line whose publication is being recorded: the form belongs to the page, and covers it. */
  const covered = useRef<string | null>(null);
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const [asked, setAsked] = useState<LineForm | null>(null);
  const { gone, act } = useActs((key) => focus.goToWhenBack(key));
  const groups = useMemo(
    () => groupsOf(read.lines.filter((line) => isShown(line, gone, read.askedAt))),
    [read, gone],
  );
  const shown = groups.flatMap(({ lines }) => lines);
  const keys = shown.map(keyOf);
  const focus = useLineFocus(keys, rest);
  const headings = { late: t`Late`, today: t`Today`, week: t`This week` };

  const uncover = useEffectEvent(() => {
    if (covered.current !== null) focus.goToPlaceOf(covered.current);
    covered.current = null;
  });
  useEffect(() => {
    if (!search.quick) uncover();
  }, [search.quick]);

  const close = () => {
    if (asked && asked.form !== "new") focus.goBackTo(keyOf(asked.line));
    setAsked(null);
    if (search.add) onSearch({ add: undefined });
  };
  const deal = (line: Line, name: string, said: string, carryOut: () => Promise<TakeBack>) => {
    focus.goBackTo(keyOf(line));
    void act(line, name, said, carryOut);
  };
  const finishLine = (line: Line, on?: string) => {
    const { name, said } = words(line);
    deal(line, name, said, () => finish(slug, line, on));
  };
  const putOffLine = (line: Line, until: string) => {
    const { name } = words(line);
    const day = format.weekday(until);
    deal(line, name, t`Put off to ${day}: ${name}`, () => putOff(slug, line, until));
  };
  const planLine = (line: Line, next: NextAction) => {
    if (!canPlan(line)) return;
    const { name } = words(line);
    deal(line, name, t`Planned: ${next.next_action}`, () => plan(slug, line, next));
  };
  const acts: LineActs = {
    main: (line) => {
      const kind = mainAct(line.kind);
      if (kind === "finish") finishLine(line);
      else if (kind === "plan") acts.open(line, "plan");
      else {
        const [about, id] = line.subject.split(":");
        covered.current = keyOf(line);
        onSearch({ quick: "coverage", [about === "card" ? "card" : "sending"]: Number(id) });
      }
    },
    putOff: putOffLine,
    open: (line, form) => {
      if (mayEdit) setAsked({ form, line, name: words(line).name });
    },
  };
  useLineKeys({
    keys,
    tabbable: focus.tabbable,
    list: focus.list,
    mayEdit,
    goTo: focus.goTo,
    onAct: (key, what) => {
      const line = shown.find((each) => keyOf(each) === key);
      if (!line) return;
      if (what === "main") acts.main(line);
      else if (what === "snooze") setSnoozing(key);
      else if (canPlan(line)) acts.open(line, "plan");
    },
    onAdd: () => onSearch({ add: true }),
  });

  return (
    <div className={classes.today}>
      <VisuallyHidden component="h2" ref={rest} tabIndex={-1}>
        {shown.length === 0 ? t`Nothing waits` : t`What waits`}
      </VisuallyHidden>
      <KindFilter read={read} kind={search.kind} onKind={(kind) => onSearch({ kind })} />
      <div ref={focus.list}>
        {groups.map(({ urgency, lines }) => (
          <section key={urgency} className={classes.group} aria-labelledby={`today-${urgency}`}>
            <h2 id={`today-${urgency}`} className={classes.heading} data-urgency={urgency}>
              {headings[urgency]}
              <span className={classes.count}>{lines.length}</span>
            </h2>
            <ul className={classes.lines}>
              {lines.map((line) => (
                <TodayLine
                  key={keyOf(line)}
                  line={line}
                  today={read.day}
                  mayEdit={mayEdit}
                  isActive={focus.tabbable === keyOf(line)}
                  isSnoozing={snoozing === keyOf(line)}
                  isPhone={isPhone}
                  withOwner={search.owner === "all"}
                  acts={acts}
                  onSnoozing={setSnoozing}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {shown.length === 0 ? (
        <TodayEmpty
          upcoming={read.upcoming}
          isFiltered={search.kind !== undefined}
          onClear={() => onSearch({ kind: undefined })}
          onEverybody={search.owner === "all" ? undefined : () => onSearch({ owner: "all" })}
        />
      ) : (
        mayEdit && <KeyHints />
      )}
      {(asked || search.add) && (
        <Suspense fallback={null}>
          <LineDialog
            asked={asked ?? { form: "new" }}
            today={read.day}
            onPlan={(line, next) => {
              close();
              planLine(line, next);
            }}
            onFinish={(line, day) => {
              close();
              finishLine(line, day);
            }}
            onPutOff={(line, day) => {
              close();
              putOffLine(line, day);
            }}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );
}
