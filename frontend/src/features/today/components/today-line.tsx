import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconCalendarPlus, IconCheck, IconPlus, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { Avatar } from "@/shared/ui/avatar";
import { initials } from "@/shared/ui/initials";
import { keyOf, type Line, mainAct } from "../model";
import { FailingChannels } from "./failing-channels";
import { kindIcons } from "./kind-icons";
import { LineTitle } from "./line-title";
import { MoreMenu } from "./more-menu";
import { SnoozeItems, SnoozeMenu } from "./snooze-menu";
import classes from "./today.module.css";
import { useKindNames, useLineWords } from "./use-line-words";

/** What can be done with a line where it stands. */
export interface LineActs {
  main: (line: Line) => void;
  putOff: (line: Line, day: string) => void;
  /** Opens the form of a next action, of another day, or of the task. */
  open: (line: Line, form: "plan" | "day" | "snooze" | "todo") => void;
}

interface TodayLineProps {
  line: Line;
  today: string;
  mayEdit: boolean;
  /** The one line that Tab reaches; arrows lead to the others. */
  isActive: boolean;
  isSnoozing: boolean;
  withOwner: boolean;
  /** One thumb: fewer buttons, and large ones. */
  isPhone: boolean;
  acts: LineActs;
  onSnoozing: (key: string | null) => void;
}

export function TodayLine(props: TodayLineProps) {
  const { line, today, mayEdit, isActive, isSnoozing, withOwner, isPhone, acts, onSnoozing } = props;
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const kindNames = useKindNames();
  const words = useLineWords()(line);
  const { kind, creator, campaign, owner, sending, failure } = line;
  const Icon = kindIcons[kind];
  const Main = kind === "refresh" ? IconRefresh : mainIcons[mainAct(kind)];
  const key = keyOf(line);
  const tabIndex = isActive ? 0 : -1;
  const isMany = failure !== null;
  const hasMenu = isPhone || !isMany ? mayEdit || creator !== null : false;
  const snooze = {
    today,
    onChoose: (day: string) => acts.putOff(line, day),
    onOtherDay: () => acts.open(line, "snooze"),
  };
  return (
    <li className={classes.line} data-key={key} data-urgency={line.urgency}>
      <span className={classes.face}>
        {creator ? (
          <Avatar name={creator.name} platform={creator.main_platform || null} size={32} />
        ) : (
          <Icon size={18} stroke={1.6} aria-hidden className={classes.faceless} />
        )}
      </span>
      <div className={classes.what}>
        <LineTitle
          line={line}
          what={words.what}
          tabIndex={tabIndex}
          onOpen={() => (isMany ? setOpen(!isOpen) : acts.open(line, "todo"))}
          isExpanded={isMany ? isOpen : undefined}
        />
        <span className={classes.about}>
          <span className={classes.kind} title={kindNames[kind]}>
            {creator && <Icon size={14} stroke={1.75} aria-hidden />}
            <span className="visually-hidden">{kindNames[kind]}</span>
          </span>
          <span className={classes.names}>
            {[creator?.name, campaign?.name, failure && namesOf(line)].filter(Boolean).join(" · ")}
          </span>
          {sending?.tracking_url && kind === "parcel" && (
            <a href={sending.tracking_url} target="_blank" rel="noreferrer" tabIndex={tabIndex}>
              {sending.tracking_number}
            </a>
          )}
        </span>
        {isMany && isOpen && <FailingChannels failure={failure} />}
      </div>
      <span className={classes.when}>{words.when}</span>
      {withOwner && (
        <span
          className={classes.owner}
          role="img"
          aria-label={owner ? t`Looked after by ${owner.name}` : t`Nobody looks after it`}
          title={owner?.name ?? t`Nobody looks after it`}
        >
          {owner ? initials(owner.name) : "·"}
        </span>
      )}
      <span className={classes.acts}>
        {mayEdit && (
          <>
            <Button
              className={classes.main}
              variant="default"
              size="compact-md"
              tabIndex={tabIndex}
              leftSection={<Main size={16} stroke={1.75} aria-hidden />}
              aria-label={`${words.verb}: ${words.name}`}
              onClick={() => acts.main(line)}
            >
              <span className={classes.verb}>{words.verb}</span>
            </Button>
            {!isPhone && (
              <SnoozeMenu
                name={words.name}
                tabIndex={tabIndex}
                opened={isSnoozing}
                onOpen={(opened) => onSnoozing(opened ? key : null)}
                {...snooze}
              />
            )}
          </>
        )}
        {hasMenu ? (
          <MoreMenu
            line={line}
            name={words.name}
            mayEdit={mayEdit}
            tabIndex={tabIndex}
            snooze={isPhone && mayEdit ? <SnoozeItems {...snooze} /> : undefined}
            onPlan={() => acts.open(line, "plan")}
            onDay={() => acts.open(line, "day")}
            onCorrect={() => acts.open(line, "todo")}
          />
        ) : (
          <span className={classes.noMenu} />
        )}
      </span>
    </li>
  );
}

const mainIcons = { finish: IconCheck, cover: IconPlus, plan: IconCalendarPlus };

/** The first people behind a reason. */
function namesOf({ failure }: Line): string {
  const names = [...new Set(failure?.channels.map(({ creator }) => creator.name))];
  return names.slice(0, 3).join(", ") + (names.length > 3 ? "…" : "");
}
