import { useLingui } from "@lingui/react/macro";
import { Button, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CreatorPicker } from "@/shared/ui/creator-picker";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { creatorCardsQuery, creatorSendingsQuery, type Piece, useSavePiece } from "../api";
import { type PieceValues, pieceBody } from "../model";

interface PieceFormProps {
  /** `null` to record a new one. */
  piece: Piece | null;
  initial: PieceValues;
  onCancel: () => void;
  onSaved: () => void;
}

export function PieceForm({ piece, initial, onCancel, onSaved }: PieceFormProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const kinds: Record<Schemas["CoverageKind"], string> = {
    article: t`Article`,
    post: t`Post`,
    video: t`Video`,
    story: t`Story`,
    review: t`Review`,
    round_up: t`Round-up`,
    other: t({ message: "Other", context: "kind of publication" }),
  };
  const form = useForm<PieceValues>({
    initialValues: initial,
    validate: { creator: (creator) => (creator ? null : t`Choose the creator.`) },
  });
  const creatorId = form.values.creator?.id ?? 0;
  const cards = useQuery({ ...creatorCardsQuery(slug, creatorId), enabled: creatorId > 0 });
  const sendings = useQuery({ ...creatorSendingsQuery(slug, creatorId), enabled: creatorId > 0 });
  const save = useSavePiece();
  const submit = form.onSubmit((values) => {
    const body = pieceBody(values);
    if (!body) return;
    save.mutate(
      { known: piece, body },
      { onSuccess: onSaved, onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  });
  const field = form.getInputProps;
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label={t`Title`} maxLength={500} {...field("title")} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <CreatorPicker
            label={t`Creator`}
            required
            disabled={piece !== null}
            {...field("creator")}
            onChange={(creator) => form.setValues({ creator, participation: null, sending: null })}
          />
          <DayInput label={t`Published on`} {...field("published_on")} />
          <TextInput label={t`Author`} maxLength={200} {...field("author")} />
          <Select label={t`Kind`} allowDeselect={false} data={asOptions(kinds)} {...field("kind")} />
          <Select
            label={t`Campaign`}
            placeholder={t`None`}
            clearable
            disabled={!creatorId}
            data={cards.data?.results.map(({ id, campaign_name }) => ({
              value: String(id),
              label: campaign_name,
            }))}
            {...field("participation")}
          />
          <Select
            label={t`Sending`}
            placeholder={t`None`}
            clearable
            disabled={!creatorId}
            data={sendings.data?.results.map(({ id, items, sent_on }) => ({
              value: String(id),
              label: `${items.map(({ product }) => product.name).join(", ")} · ${format.shortDate(sent_on)}`,
            }))}
            {...field("sending")}
          />
        </SimpleGrid>
        <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} maxLength={10000} {...field("notes")} />
        <FormError error={save.error} fields={Object.keys(initial).filter((name) => name !== "url")} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t`Cancel`}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {piece ? t`Save` : t`Record it`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
