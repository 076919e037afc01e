import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { platformName } from "@/shared/ui/platform-icon";
import { creatorCardsQuery, creatorSendingsQuery } from "../api";
import type { PieceValues } from "../model";
import { useCoverageWords } from "./use-coverage-words";

/** The fields of a publication, and their values, in words: for showing what two people wrote. */
export function usePieceTexts(creator: number) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { kinds } = useCoverageWords();
  const cards = useQuery(creatorCardsQuery(slug, creator)).data?.results;
  const sendings = useQuery(creatorSendingsQuery(slug, creator)).data?.results;
  const names: Record<keyof PieceValues, string> = {
    url: t`Address of the publication`,
    creator: t`Creator`,
    participation: t`Campaign`,
    sending: t`Sending`,
    kind: t`Kind`,
    platform: t`Network`,
    title: t`Title`,
    author: t`Author`,
    published_on: t`Published on`,
    notes: t`Notes`,
  };
  const textOf = (field: string, value: unknown): string | undefined => {
    if (typeof value !== "string") return undefined;
    if (field === "published_on") return format.date(value);
    if (field === "platform") return platformName(value);
    if (field === "kind") return kinds[value as PieceValues["kind"]];
    if (field === "participation") return cards?.find(({ id }) => String(id) === value)?.campaign_name;
    if (field !== "sending") return undefined;
    const sending = sendings?.find(({ id }) => String(id) === value);
    return sending?.items.map(({ product }) => product.name).join(", ");
  };
  return { names, textOf };
}
