import { useLingui } from "@lingui/react/macro";
import { Anchor, Button, Drawer, Group, Skeleton, Stack } from "@mantine/core";
import { IconExternalLink, IconPencil, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useReturnFocus } from "@/shared/hooks/use-return-focus";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ErrorState } from "@/shared/ui/error-state";
import { SheetNav } from "@/shared/ui/sheet-nav";
import { useToasts } from "@/shared/ui/toasts";
import { pieceQuery, useRemovePiece } from "../api";
import classes from "./coverage.module.css";
import { EditPiece } from "./edit-piece";
import { PieceFacts } from "./piece-facts";
import { PieceNumbers } from "./piece-numbers";

interface PieceSheetProps {
  id: number;
  /** The pieces of the list behind, in its order. */
  ids: readonly number[];
  mayEdit: boolean;
  onOpen: (id: number) => void;
  onClose: () => void;
}

/** One publication beside the list: what it is and answers, and its numbers. */
export default function PieceSheet({ id, ids, mayEdit, onOpen, onClose }: PieceSheetProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  const stopEditing = () => {
    setEditing(false);
    requestAnimationFrame(() => editButton.current?.focus());
  };
  const { data: piece, error } = useQuery(pieceQuery(slug, id));
  const remove = useRemovePiece();
  const failed = (problem: Error) => toasts.failed(t`The publication was not changed`, problem);
  // The sheet closes first, since what it shows is gone: only promises still tell what came of it.
  const drop = () => {
    onClose();
    remove
      .mutateAsync({ id, remove: true })
      .then(() =>
        toasts.undoable(t`The publication was removed.`, () =>
          remove.mutateAsync({ id, remove: false }).catch(failed),
        ),
      )
      .catch(failed);
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      // What is being typed goes by its own buttons only.
      closeOnEscape={!isEditing}
      closeOnClickOutside={!isEditing}
      title={
        <Group gap="sm" wrap="nowrap">
          <SheetNav
            ids={ids}
            current={id}
            onOpen={onOpen}
            onEdit={mayEdit && piece !== undefined && (() => setEditing(true))}
            disabled={isEditing}
          />
          <span className={classes.title}>{piece?.title || t`Publication`}</span>
        </Group>
      }
    >
      {error && !piece ? (
        <ErrorState error={error} />
      ) : !piece ? (
        <Stack>
          <Skeleton height={30} />
          <Skeleton height={120} />
          <Skeleton height={90} />
        </Stack>
      ) : isEditing ? (
        <EditPiece
          piece={piece}
          onCancel={stopEditing}
          onSaved={() => {
            stopEditing();
            toasts.done(t`Saved`);
          }}
        />
      ) : (
        <Stack gap="lg">
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Anchor href={piece.canonical_url} target="_blank" rel="noreferrer" truncate>
              <IconExternalLink size={14} aria-hidden /> {piece.canonical_url}
            </Anchor>
            {mayEdit && (
              <Button
                size="compact-sm"
                variant="default"
                miw="fit-content"
                ref={editButton}
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {t`Edit`}
              </Button>
            )}
          </Group>
          <PieceFacts piece={piece} />
          <PieceNumbers piece={piece} mayEdit={mayEdit} />
          {mayEdit && (
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
          )}
        </Stack>
      )}
    </Drawer>
  );
}
