import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { cardQuery, useReadPage } from "../api";
import { valuesOfDraft } from "../model";
import { PieceForm } from "./piece-form";

/** Records a publication: its address first, then what was found there to look over. */
export function AddPiece({ cardId, onClose }: { cardId: number | null; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const [url, setUrl] = useState("");
  const read = useReadPage();
  const card = useQuery({ ...cardQuery(slug, cardId ?? 0), enabled: cardId !== null }).data;
  const draft = read.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (url.trim()) read.mutate(url.trim());
  };
  const found = draft && valuesOfDraft(draft);
  return (
    <Modal opened onClose={onClose} size="lg" title={t`Add coverage`}>
      <Stack>
        <form onSubmit={submit}>
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              flex={1}
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
        {draft && draft.already_recorded.length > 0 && (
          <Alert color="yellow">{t`This publication is recorded already.`}</Alert>
        )}
        {draft && found && (
          <PieceForm
            key={draft.canonical_url}
            piece={null}
            initial={
              card
                ? {
                    ...found,
                    creator: { id: card.creator, name: card.creator_name },
                    participation: String(card.id),
                  }
                : found
            }
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
