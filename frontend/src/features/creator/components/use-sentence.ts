import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { membersQuery, openCampaignsQuery, stagesQuery } from "@/shared/api/lists";
import { useFormat } from "@/shared/format/use-format";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { platformName } from "@/shared/ui/platform-icon";
import type { TimelineLine } from "../api";
import { type Data, listOf, numberOf, recordOf, textOf } from "../line-data";
import { useFieldNames } from "./use-field-names";

/** What a line of history says, as a sentence. */
export function useSentence(): (line: TimelineLine) => string {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { statuses } = useCreatorWords();
  const fieldNames = useFieldNames();
  const stageName = useStageName();
  const stages = useQuery(stagesQuery(slug)).data?.results;
  const campaigns = useQuery(openCampaignsQuery(slug)).data?.results;
  const members = useQuery(membersQuery(slug)).data?.results;

  const fields = (names: string[]) => format.list(names.map((name) => fieldNames[name] ?? name));
  const changed = (data: Data) =>
    fields([
      ...new Set([
        ...Object.keys(recordOf(data, "after")),
        ...listOf(data, "replaced"),
        ...listOf(data, "changed"),
      ]),
    ]);
  const status = (value: string) => statuses[value as keyof typeof statuses] ?? value;
  const member = (id: number | null) =>
    id === null ? t`nobody` : (members?.find(({ user_id }) => user_id === id)?.name ?? t`a former member`);
  const stage = (id: number | null) => {
    const found = stages?.find((known) => known.id === id);
    return found ? stageName(found) : t`a stage deleted since`;
  };
  const campaign = (id: number | null) =>
    campaigns?.find((known) => known.id === id)?.name ?? t`a campaign put away`;
  const namesOf = (data: Data, ...parts: string[]) =>
    format.list(parts.map((part) => textOf(recordOf(data, part), "name")));
  const day = (data: Data, name: string) => format.date(textOf(data, name) || null);

  return ({ verb, data: raw, campaign: campaignId }) => {
    const data = raw as Data;
    const name = textOf(data, "name");
    const title = textOf(data, "title");
    const place = campaign(campaignId);
    const platform = platformName(textOf(data, "platform"));
    const tags = format.list(listOf(data, "tags"));
    const list = textOf(data, "list") || name;
    const sentences: Record<string, () => string> = {
      "creator.created": () => t`Record made`,
      "creator.changed": () => t`Changed: ${changed(data)}`,
      "creator.deleted": () => t`Record deleted`,
      "creator.restored": () => t`Record restored`,
      "creator.tagged": () => t`Tagged ${tags}`,
      "creator.untagged": () => t`Tags removed: ${tags}`,
      "creator.owner_changed": () =>
        t`Owner changed from ${member(numberOf(data, "from"))} to ${member(numberOf(data, "to"))}`,
      "creator.status_changed": () =>
        t`Status changed from “${status(textOf(data, "from"))}” to “${status(textOf(data, "to"))}”`,
      "creator.merged": () => t`Merged: ${namesOf(data, "kept", "gone")}`,
      "creator.imported": () => t`Brought in by an import`,
      "creator.import_updated": () => t`Completed by an import: ${changed(data)}`,
      "creator.import_undone": () => t`Import taken back`,
      "creator.unmerged": () => t`Merge undone: ${namesOf(data, "kept", "gone")}`,
      "creator.told_apart": () => t`Not the same person: ${namesOf(data, "first", "second")}`,
      "list.people_added": () => t`Put on the list “${list}”`,
      "list.people_removed": () => t`Taken off the list “${list}”`,
      "channel.added": () => t`Channel added: ${platform}, ${textOf(data, "url")}`,
      "channel.changed": () => t`Channel corrected: ${changed(data)}`,
      "channel.removed": () => t`Channel removed: ${platform}, ${textOf(data, "url")}`,
      "snapshot.typed": () =>
        numberOf(data, "followers") === null
          ? t`Numbers typed for ${day(data, "taken_on")}`
          : t`${format.number(numberOf(data, "followers"))} followers typed for ${day(data, "taken_on")}`,
      "note.note_added": () => t`Note`,
      "note.call_added": () => t`Call`,
      "note.message_added": () => t`Message`,
      "note.meeting_added": () => t`Meeting`,
      "note.changed": () => t`Note rewritten`,
      "note.deleted": () => t`Note deleted`,
      "participation.added": () => t`Added to the campaign “${place}”`,
      "participation.moved": () =>
        t`Campaign “${place}”: moved from “${stage(numberOf(data, "from"))}” to “${stage(numberOf(data, "to"))}”`,
      "participation.changed": () => t`Campaign “${place}”: changed ${changed(data)}`,
      "participation.removed": () => t`Taken out of the campaign “${place}”`,
      "participation.restored": () => t`Brought back into the campaign “${place}”`,
      "task.created": () => t`Task: ${title}`,
      "task.changed": () => t`Task changed: ${title}`,
      "task.finished": () => t`Task done: ${title}`,
      "task.reopened": () => t`Task opened again: ${title}`,
      "task.deleted": () => t`Task deleted: ${title}`,
      "promise.made": () => t`Promised: ${title}`,
      "promise.changed": () => t`Promise changed: ${title}`,
      "promise.kept": () => t`Promise kept: ${title}`,
      "promise.reopened": () => t`Promise opened again: ${title}`,
      "promise.withdrawn": () => t`Promise withdrawn: ${title}`,
      "sending.created": () => t`Sending planned`,
      "sending.changed": () => t`Sending changed`,
      "sending.draft": () => t`Sending put back to preparation`,
      "sending.prepared": () => t`Parcel prepared`,
      "sending.sent": () => t`Parcel sent`,
      "sending.delivered": () => t`Parcel delivered`,
      "sending.returned": () => t`Product returned`,
      "sending.cancelled": () => t`Sending cancelled`,
      "sending.restored": () => t`Sending taken up again`,
      "coverage.recorded": () => t`Published: ${title || textOf(data, "url")}`,
      "coverage.changed": () => t`Coverage corrected: ${title}`,
      "coverage.removed": () => t`Coverage removed: ${title || textOf(data, "url")}`,
      "coverage.restored": () => t`Coverage brought back: ${title || textOf(data, "url")}`,
      "coverage.measured": () => t`Numbers of ${day(data, "taken_on")} noted for “${title}”`,
      "coverage.numbers_removed": () => t`Numbers of ${day(data, "taken_on")} removed from “${title}”`,
    };
    return sentences[verb]?.() ?? verb;
  };
}
