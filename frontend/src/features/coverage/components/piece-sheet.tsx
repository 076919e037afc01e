import { useLingui } from "@lingui/react/macro";
import { Anchor, Button, Drawer, Group, Skeleton, Stack, Title } from "@mantine/core";
import { IconExternalLink, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ErrorState } from "@/shared/ui/error-state";
import { useToasts } from "@/shared/ui/toasts";
import { pieceQuery, useRemovePiece } from "../api";
import { valuesOfPiece } from "../model";
import { PieceForm } from "./piece-form";
import { PieceNumbers } from "./piece-numbers";

interface PieceSheetProps {
  id: number;
  mayEdit: boolean;
  onClose: () => void;
}

/** One publication beside the list: its numbers, then what was recorded. */
export function PieceSheet({ id, mayEdit, onClose }: PieceSheetProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const { data: piece, error } = useQuery(pieceQuery(slug, id));
  const remove = useRemovePiece();
  const failed = (problem: Error) => toasts.failed(t`The publication was not changed`, problem);
  const drop = () =>
    remove.mutate(
      { id, remove: true },
      {
        onSuccess: () => {
          onClose();
          toasts.undoable(t`The publication was removed.`, () =>
            remove.mutate({ id, remove: false }, { onError: failed }),
          );
        },
        onError: failed,
      },
    );
  return (
    <Drawer opened onClose={onClose} position="right" size={520} title={piece?.title || t`Publication`}>
      {error && !piece ? (
        <ErrorState error={error} />
      ) : !piece ? (
        <Skeleton height={240} />
      ) : (
        <Stack gap="lg">
          <Anchor href={piece.canonical_url} target="_blank" rel="noreferrer" truncate>
            <IconExternalLink size={14} aria-hidden /> {piece.canonical_url}
          </Anchor>
          <PieceNumbers piece={piece} mayEdit={mayEdit} />
          {mayEdit && (
            <>
              <Stack gap="xs">
                <Title order={3}>{t`What was recorded`}</Title>
                <PieceForm
                  key={piece.version}
                  piece={piece}
                  initial={valuesOfPiece(piece)}
                  onCancel={onClose}
                  onSaved={() => toasts.done(t`Saved`)}
                />
              </Stack>
              <Group>
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={drop}
                >
                  {t`Remove the publication`}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      )}
    </Drawer>
  );
}
