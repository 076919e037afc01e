import { useLingui } from "@lingui/react/macro";
import { Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CreatorPicker } from "@/shared/ui/creator-picker";
import { DayInput } from "@/shared/ui/day-input";
import { platformName } from "@/shared/ui/platform-icon";
import { creatorCardsQuery, creatorSendingsQuery, type Piece } from "../api";
import { type PieceValues, platforms } from "../model";
import { useCoverageWords } from "./use-coverage-words";

interface PieceFieldsProps {
  form: UseFormReturnType<PieceValues>;
  /** The piece that is corrected; `null` for a new one. */
  piece: Piece | null;
}

/** What is recorded of a publication, and what it answers. */
export function PieceFields({ form, piece }: PieceFieldsProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { kinds } = useCoverageWords();
  const creatorId = form.values.creator?.id ?? 0;
  const cards =
    useQuery({ ...creatorCardsQuery(slug, creatorId), enabled: creatorId > 0 }).data?.results ?? [];
  const sendings =
    useQuery({ ...creatorSendingsQuery(slug, creatorId), enabled: creatorId > 0 }).data?.results ?? [];
  const campaigns = cards.map(({ id, campaign_name }) => ({ value: String(id), label: campaign_name }));
  // A card that left the board is no choice any more, but the publication keeps it.
  const { participation, campaign } = piece ?? {};
  if (participation && campaign && !cards.some(({ id }) => id === participation))
    campaigns.push({ value: String(participation), label: campaign.name });
  const field = form.getInputProps;

  /** A parcel knows what it was for. */
  const chooseSending = (id: string | null) => {
    form.setFieldValue("sending", id);
    const card = sendings.find((one) => String(one.id) === id)?.participation;
    if (card && form.values.participation === null) form.setFieldValue("participation", String(card));
  };
  return (
    <>
      {piece && <TextInput type="url" label={t`Address of the publication`} required {...field("url")} />}
      <TextInput label={t`Title`} maxLength={500} {...field("title")} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {!piece && (
          <CreatorPicker
            label={t`Creator`}
            required
            {...field("creator")}
            onChange={(creator) => form.setValues({ creator, participation: null, sending: null })}
          />
        )}
        <DayInput label={t`Published on`} maxDate={format.today()} {...field("published_on")} />
        <Select
          label={t`Campaign`}
          placeholder={
            !participation && campaign ? campaign.name : t({ message: "None", context: "campaign" })
          }
          clearable
          disabled={!creatorId}
          data={campaigns}
          {...field("participation")}
        />
        <Select
          label={t`Sending`}
          placeholder={t`None`}
          clearable
          disabled={!creatorId}
          data={sendings.map(({ id, items, sent_on }) => ({
            value: String(id),
            label: [
              items.map(({ product }) => product.name).join(", "),
              sent_on ? format.shortDate(sent_on) : t`not sent yet`,
            ].join(" · "),
          }))}
          {...field("sending")}
          onChange={chooseSending}
        />
        <Select label={t`Kind`} allowDeselect={false} data={asOptions(kinds)} {...field("kind")} />
        <Select
          label={t`Network`}
          allowDeselect={false}
          data={platforms.map((value) => ({ value, label: platformName(value) }))}
          {...field("platform")}
        />
        <TextInput label={t`Author`} maxLength={200} {...field("author")} />
      </SimpleGrid>
      <Textarea label={t`Notes`} autosize minRows={2} maxRows={8} maxLength={10000} {...field("notes")} />
    </>
  );
}
