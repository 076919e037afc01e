import { useLingui } from "@lingui/react/macro";
import { Button, Group, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { FormError } from "@/shared/ui/form-error";
import { type Creator, type NoteKind, useAddNote } from "../api";

/** Writes down a note, a call, a message or a meeting; Ctrl+Enter saves. */
export function NoteBox({ creator }: { creator: Creator }) {
  const { t } = useLingui();
  const [kind, setKind] = useState<NoteKind>("note");
  const [text, setText] = useState("");
  const add = useAddNote(creator.id);
  const save = () => {
    if (!text.trim() || add.isPending) return;
    add.mutate({ kind, text: text.trim() }, { onSuccess: () => setText("") });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="xs" mb="md">
        <SegmentedControl
          size="xs"
          aria-label={t`Kind of note`}
          value={kind}
          onChange={(value) => setKind(value as NoteKind)}
          data={[
            { value: "note", label: t`Note` },
            { value: "call", label: t`Call` },
            { value: "message", label: t`Message` },
            { value: "meeting", label: t`Meeting` },
          ]}
        />
        <Textarea
          aria-label={t`What happened`}
          placeholder={t`What happened, what was said, what comes next…`}
          autosize
          minRows={2}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        />
        <FormError error={add.error} />
        {text.trim() && (
          <Group justify="flex-end">
            <Button type="submit" size="compact-md" loading={add.isPending} title={t`Ctrl+Enter`}>
              {t`Write down`}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
