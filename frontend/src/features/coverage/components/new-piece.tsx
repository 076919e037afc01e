import { useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { isApiError } from "@/shared/api/errors";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { useAddPiece } from "../api";
import { type PieceValues, pieceBody } from "../model";
import { AlreadyRecorded } from "./already-recorded";
import { PieceFields } from "./piece-fields";

interface NewPieceProps {
  initial: PieceValues;
  onCancel: () => void;
  onSaved: () => void;
}

/** Looks over what was found on the page, and records it. */
export function NewPiece({ initial, onCancel, onSaved }: NewPieceProps) {
  const { t } = useLingui();
  const form = useForm<PieceValues>({
    initialValues: initial,
    validate: { creator: (creator) => (creator ? null : t`Choose the creator.`) },
  });
  const add = useAddPiece();
  const submit = form.onSubmit((values) => {
    const body = pieceBody(values);
    if (body)
      add.mutate(body, { onSuccess: onSaved, onError: (error) => form.setErrors(fieldErrors(error)) });
  });
  const shown = Object.keys(initial).filter((name) => name !== "url");
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PieceFields form={form} piece={null} />
        {isApiError(add.error, "already_recorded") ? (
          <AlreadyRecorded pieces={[Number(add.error.problem.coverage)]} />
        ) : (
          <FormError error={add.error} fields={shown} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t`Cancel`}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t`Record it`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
