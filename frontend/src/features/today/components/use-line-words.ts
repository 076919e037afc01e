import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { daysAfter, type Kind, type Line } from "../model";

export interface LineWords {
  /** What is to be done or is missing. */
  what: string;
  /** Since when, or for when. */
  when: string;
  /** The main button. */
  verb: string;
  /** Said once the main button has done it. */
  said: string;
  /** What messages call the line. */
  name: string;
}

/** The words of every kind, in the plural: names of filters. */
export function useKindNames(): Record<Kind, string> {
  const { t } = useLingui();
  return {
    task: t`Tasks`,
    promise: t`Promises`,
    next_action: t`Next actions`,
    parcel: t`Late parcels`,
    loan: t`Loans`,
    coverage: t`Expected coverage`,
    stale: t`Nothing planned`,
    refresh: t`Unreadable channels`,
  };
}

/** What a line says. */
export function useLineWords(): (line: Line) => LineWords {
  const { t } = useLingui();
  const format = useFormat();
  const stageName = useStageName();

  /** Late ones by their distance while it is short; nothing where the heading says it. */
  const dueOf = ({ day, urgency }: Line): string => {
    if (day === null) return t`no day`;
    if (urgency === "today") return "";
    const age = format.age(day);
    const date = format.shortDate(day);
    if (urgency === "week") return format.weekday(day);
    return isFar(day, format.today()) ? t`due on ${date}` : t`due ${age}`;
  };

  return (line) => {
    const { kind, title, day, since, failure } = line;
    const person = line.creator?.name ?? "";
    const stage = line.stage ? stageName(line.stage) : "";
    const begun = format.shortDate(since);
    const due = dueOf(line);
    const number = failure?.number ?? 0;
    const channels = plural(number, { one: "# channel", other: "# channels" });
    const reason = failure?.reason ?? "";
    const words: Record<Kind, () => Omit<LineWords, "name"> & { name?: string }> = {
      task: () => ({
        what: title,
        when: due,
        verb: t({ message: "Done", context: "a task" }),
        said: t`Task done: ${title}`,
      }),
      promise: () => ({
        what: t`Promised: ${title}`,
        when: due,
        verb: t({ message: "Kept", context: "a promise" }),
        said: t`Promise kept: ${title}`,
        name: title,
      }),
      next_action: () => {
        const what = title || t`Next action`;
        return {
          what,
          when: due,
          verb: t({ message: "Done", context: "a task" }),
          said: t`Done for ${person}: ${what}`,
        };
      },
      parcel: () => ({
        what: t`Not arrived: ${title}`,
        when: t`sent on ${begun}`,
        verb: t`It arrived`,
        said: t`The parcel of ${person} has arrived.`,
      }),
      loan: () => ({
        what: t`To come back: ${title}`,
        when: due,
        verb: t`It is back`,
        said: t`The loan of ${person} is back.`,
      }),
      coverage: () => ({
        what: title ? t`No publication yet: ${title}` : t`No publication yet`,
        when: t`expected on ${format.shortDate(day)}`,
        verb: t({ message: "Add it", context: "coverage" }),
        said: "",
      }),
      stale: () => ({
        what: title || t`Nothing is planned`,
        when: t`in “${stage}” since ${begun}`,
        verb: t`Plan`,
        said: "",
      }),
      refresh: () => ({
        what: t`${channels}: ${reason}`,
        when: t`oldest numbers: ${begun}`,
        verb: t`Try again`,
        said: t`Asked again: ${channels}`,
        name: channels,
      }),
    };
    const found = words[kind]();
    return {
      ...found,
      name: found.name ?? (person && kind !== "task" ? `${person}, ${found.what}` : found.what),
    };
  };
}

const isFar = (day: string, today: string) => day <= daysAfter(today, -7);
