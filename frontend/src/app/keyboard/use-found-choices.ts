import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { campaignSearchQuery } from "@/shared/api/campaigns";
import { creatorSearchQuery } from "@/shared/api/creators";
import { rank } from "@/shared/format/search";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { campaignChoice, creatorChoice, type VisitChoice } from "./use-recent-choices";

interface Found {
  creators: VisitChoice[];
  campaigns: VisitChoice[];
  isSearching: boolean;
  error: unknown;
  retry: () => void;
}

/** Creators and campaigns the server knows by what is typed. */
export function useFoundChoices(text: string): Found {
  const { slug } = useWorkspace();
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, 150);
  const enabled = asked !== "" && wanted !== "";
  const creators = useQuery({ ...creatorSearchQuery(slug, asked), enabled });
  const campaigns = useQuery({ ...campaignSearchQuery(slug, asked), enabled });
  // While the answer is awaited, of the last one only what still fits what is typed: Enter never opens anything else.
  const fresh = (query: { isPlaceholderData: boolean }, choices: VisitChoice[]) =>
    asked === wanted && !query.isPlaceholderData
      ? choices
      : choices.filter(({ label, detail }) => rank(`${label} ${detail}`, wanted) !== null);
  return {
    creators: enabled ? fresh(creators, (creators.data?.results ?? []).map(creatorChoice)) : [],
    campaigns: enabled ? fresh(campaigns, (campaigns.data?.results ?? []).map(campaignChoice)) : [],
    isSearching: wanted !== "" && (asked !== wanted || creators.isFetching || campaigns.isFetching),
    error: enabled ? (creators.error ?? campaigns.error) : null,
    retry: () => {
      void creators.refetch();
      void campaigns.refetch();
    },
  };
}
