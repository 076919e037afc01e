import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { creatorQuery } from "@/shared/api/creators";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { cardQuery, sendingQuery, useReadPage } from "../api";
import { type Expected, valuesOfDraft } from "../model";
import { AlreadyRecorded } from "./already-recorded";
import { NewPiece } from "./new-piece";

interface From {
  /** The card it answers, when one came from the board. */
  cardId?: number;
  /** The parcel it answers. */
  sendingId?: number;
  /** Whose it is, when one came from their page. */
  creatorId?: number;
}

/** Records a publication: its address first, then what was found there to look over. */
export default function AddPiece({ onClose, ...from }: From & { onClose: () => void }) {
  const { t } = useLingui();
  const toasts = useToasts();
  const [url, setUrl] = useState("");
  const read = useReadPage();
  const expected = useExpected(from);
  const draft = read.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim()) read.mutate(url.trim());
  };
  const already = draft?.already_recorded ?? [];
  const title = expected ? t`Add coverage by ${expected.creator.name}` : t`Add coverage`;
  return (
    <Modal opened onClose={onClose} size="lg" title={title} closeOnClickOutside={!url} closeOnEscape={!draft}>
      <Stack>
        <form onSubmit={submit} noValidate>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
              type="url"
              label={t`Address of the publication`}
              placeholder="https://"
              data-autofocus
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
            />
            <Button
              type="submit"
              variant={draft ? "default" : "filled"}
              loading={read.isPending}
              disabled={!url.trim()}
            >
              {t`Read the page`}
            </Button>
          </Group>
        </form>
        <FormError error={read.error} />
        {draft?.warning && (
          <Alert color="yellow" title={t`The page could not be read`}>
            {draft.warning.detail}
          </Alert>
        )}
        {already.length > 0 && <AlreadyRecorded pieces={already} />}
        {draft && (
          <NewPiece
            key={draft.canonical_url}
            initial={valuesOfDraft(draft, expected)}
            onCancel={onClose}
            onSaved={() => {
              toasts.done(t`The publication is recorded.`);
              onClose();
            }}
          />
        )}
      </Stack>
    </Modal>
  );
}

/** Whom it is expected of; nothing while that is looked up, or when nobody is. */
function useExpected({ cardId = 0, sendingId = 0, creatorId = 0 }: From): Expected | undefined {
  const { slug } = useWorkspace();
  const card = useQuery({ ...cardQuery(slug, cardId), enabled: cardId > 0 }).data;
  const sending = useQuery({ ...sendingQuery(slug, sendingId), enabled: sendingId > 0 }).data;
  const creator = useQuery({ ...creatorQuery(slug, creatorId), enabled: creatorId > 0 }).data;
  if (sending) {
    const { id, name } = sending.creator;
    return { creator: { id, name }, participation: sending.participation, sending: sending.id };
  }
  if (card)
    return {
      creator: { id: card.creator, name: card.creator_name },
      participation: card.id,
      sending: null,
    };
  if (!creator) return undefined;
  return { creator: { id: creator.id, name: creator.name }, participation: null, sending: null };
}
