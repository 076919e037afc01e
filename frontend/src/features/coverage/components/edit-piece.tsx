import { useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { changedFields } from "@/shared/hooks/edits";
import { useRebase } from "@/shared/hooks/use-rebase";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ConflictNotice } from "@/shared/ui/conflict-notice";
import { FormError } from "@/shared/ui/form-error";
import { type Piece, pieceQuery, useChangePiece } from "../api";
import { changeBody, type PieceValues, valuesOfPiece } from "../model";
import { PieceFields } from "./piece-fields";
import { usePieceTexts } from "./use-piece-texts";

interface EditPieceProps {
  piece: Piece;
  onCancel: () => void;
  onSaved: () => void;
}

/** Corrects a publication, or says what it answers. */
export function EditPiece({ piece: opened, onCancel, onSaved }: EditPieceProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const { names, textOf } = usePieceTexts(opened.creator.id);
  const form = useForm<PieceValues>({ initialValues: valuesOfPiece(opened) });
  const { base, conflicts, isStale, refused } = useRebase({
    form,
    opened,
    valuesOf: valuesOfPiece,
    reload: () => queryClient.fetchQuery({ ...pieceQuery(slug, opened.id), staleTime: 0 }),
  });
  const change = useChangePiece();
  const submit = form.onSubmit((values) =>
    change.mutate(
      { known: base, body: changeBody(changedFields(valuesOfPiece(base), values)) },
      { onSuccess: onSaved, onError: refused },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PieceFields form={form} piece={opened} />
        {conflicts ? (
          <ConflictNotice
            title={t`Somebody changed this publication while you were typing`}
            conflicts={conflicts}
            names={names}
            textOf={textOf}
          />
        ) : (
          <FormError error={change.error} fields={Object.keys(form.values)} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t`Cancel`}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {isStale ? t`Save mine` : t`Save`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
