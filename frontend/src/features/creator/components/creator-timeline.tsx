import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Select, Skeleton, Text, Title } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "@/shared/api/me";
import { usePages } from "@/shared/api/pages";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ErrorState } from "@/shared/ui/error-state";
import { Timeline } from "@/shared/ui/timeline";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, type TimelineLine, timelineQuery, useAddNote, useDeleteNote } from "../api";
import { newestFirst } from "../model";
import classes from "./creator.module.css";
import { NoteBox } from "./note-box";
import { iconOf } from "./timeline-icons";
import { useSentence } from "./use-sentence";

/** Everything that happened between us and the person, newest first; what one writes down comes first. */
export function CreatorTimeline({ creator, mayEdit }: { creator: Creator; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const [kind, setKind] = useState("");
  const me = useQuery(meQuery()).data?.id;
  const sentence = useSentence();
  const { rows, error, onRetry, hasMore, isLoadingMore, onMore } = usePages(
    timelineQuery(slug, creator.id, kind),
  );
  const entries = rows?.map((line) => ({
    id: line.id,
    at: line.note?.happened_at ?? line.at,
    title: sentence(line),
    body: line.note?.text,
    by: line.by.name ?? (line.by.api_key_id ? t`API key` : t`Relais`),
    icon: iconOf(line.verb),
    action: mayEdit && line.note?.author_id === me && line.note && (
      <DeleteNote line={line} creator={creator.id} />
    ),
  }));
  return (
    <section className={classes.card} aria-labelledby="timeline-heading">
      <div className={classes.cardHead}>
        <Title order={2} id="timeline-heading">
          {t`History`}
        </Title>
        <Select
          size="xs"
          w={160}
          aria-label={t`Show`}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind(value ?? "")}
          data={[
            { value: "", label: t`Everything` },
            { value: "note.", label: t`Notes and contacts` },
            { value: "participation.", label: t`Campaigns` },
            { value: "promise.", label: t`Promises` },
            { value: "sending.", label: t`Sendings` },
            { value: "coverage.", label: t`Coverage` },
            { value: "creator.", label: t`Record changes` },
            { value: "channel.", label: t`Channels` },
          ]}
        />
      </div>
      {mayEdit && <NoteBox creator={creator} />}
      {entries ? (
        entries.length > 0 ? (
          <Timeline entries={newestFirst(entries)} label={t`History`} by="day" />
        ) : (
          <Text c="dimmed">{t`Nothing of this kind yet.`}</Text>
        )
      ) : error ? (
        <ErrorState error={error} action={<Button onClick={onRetry}>{t`Try again`}</Button>} />
      ) : (
        ["80%", "60%", "70%"].map((width) => <Skeleton key={width} height={14} width={width} mb="md" />)
      )}
      {hasMore && (
        <Button variant="subtle" fullWidth loading={isLoadingMore} onClick={onMore}>
          {t`Show earlier`}
        </Button>
      )}
    </section>
  );
}

function DeleteNote({ line, creator }: { line: TimelineLine; creator: number }) {
  const { t } = useLingui();
  const toasts = useToasts();
  const remove = useDeleteNote(creator);
  const again = useAddNote(creator);
  const { note } = line;
  if (!note) return null;
  // The line goes with the note: only promises still tell what came of it.
  const takeAway = () =>
    remove
      .mutateAsync(note.id)
      .then(() =>
        toasts.undoable(t`Note deleted`, () =>
          again
            .mutateAsync({ kind: note.kind, text: note.text, happened_at: note.happened_at })
            .catch((error) => toasts.failed(t`The note could not be brought back`, error)),
        ),
      )
      .catch((error) => toasts.failed(t`The note was not deleted`, error));
  return (
    <ActionIcon size="sm" aria-label={t`Delete this note`} loading={remove.isPending} onClick={takeAway}>
      <IconTrash size={14} aria-hidden />
    </ActionIcon>
  );
}
