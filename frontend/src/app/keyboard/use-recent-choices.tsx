import { IconLayoutKanban } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { campaignQuery } from "@/features/campaigns/api";
import { creatorQuery } from "@/shared/api/creators";
import { isApiError } from "@/shared/api/errors";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import type { Choice } from "@/shared/ui/choice-list";
import { forgetVisit, recentVisits, type Visit } from "./recent";

export type VisitChoice = Choice & { visit: Visit };

/** Creators and campaigns looked at lately, the last one first; those that are gone are forgotten. */
export function useRecentChoices(): VisitChoice[] {
  const { slug } = useWorkspace();
  const [visits] = useState(() => recentVisits(slug));
  const idsOf = (kind: Visit["kind"]) => visits.filter((visit) => visit.kind === kind).map(({ id }) => id);
  const people = useQueries({ queries: idsOf("creator").map((id) => creatorQuery(slug, id)) });
  const campaigns = useQueries({ queries: idsOf("campaign").map((id) => campaignQuery(slug, id)) });
  const answerOf = ({ kind, id }: Visit) =>
    (kind === "creator" ? people : campaigns)[idsOf(kind).indexOf(id)];

  const gone = visits.filter((visit) => {
    const error = answerOf(visit)?.error;
    return isApiError(error) && error.status === 404;
  });
  useEffect(() => {
    for (const visit of gone) forgetVisit(slug, visit);
  });
  return visits.flatMap((visit): VisitChoice[] => {
    const { kind, id } = visit;
    if (kind === "creator") {
      const person = people[idsOf(kind).indexOf(id)]?.data;
      return person ? [creatorChoice(person)] : [];
    }
    const campaign = campaigns[idsOf(kind).indexOf(id)]?.data;
    return campaign ? [campaignChoice(campaign)] : [];
  });
}

interface CreatorLike {
  id: number;
  name: string;
  main_handle: string;
  main_platform: string;
}

export function creatorChoice({ id, name, main_handle, main_platform }: CreatorLike): VisitChoice {
  return {
    id: `creator-${id}`,
    label: name,
    detail: main_handle,
    icon: <Avatar name={name} platform={main_platform || null} size={24} />,
    visit: { kind: "creator", id },
  };
}

export function campaignChoice({
  id,
  name,
  brand_name,
}: {
  id: number;
  name: string;
  brand_name: string;
}): VisitChoice {
  return {
    id: `campaign-${id}`,
    label: name,
    detail: brand_name,
    icon: <IconLayoutKanban size={18} aria-hidden />,
    visit: { kind: "campaign", id },
  };
}
