import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { ErrorState } from "@/shared/ui/error-state";
import { boardQuery } from "../api";
import type { BoardFilters } from "../model";
import { BoardSkeleton } from "./board-skeleton";
import { BoardView } from "./board-view";

export interface BoardSearch extends BoardFilters {
  /** The card that is open. */
  card?: number;
  /** The column a phone shows. */
  stage?: number;
  /** What the columns stand for, when it is not the stages. */
  group?: "owner";
}

interface BoardPageProps {
  campaignId: number;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
}

/** How often others' moves are asked for, in milliseconds. */
const pollEvery = 5_000;

export function BoardPage({ campaignId, search, onSearch }: BoardPageProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const queryClient = useQueryClient();
  const [isDragging, setDragging] = useState(false);
  const query = boardQuery(queryClient, slug, campaignId);
  const {
    data: board,
    error,
    refetch,
  } = useQuery({
    ...query,
    // Nothing moves under the hand of someone who drags.
    refetchInterval: isDragging ? false : pollEvery,
  });
  if (board)
    return (
      <BoardView
        campaignId={campaignId}
        board={board}
        search={search}
        onSearch={onSearch}
        onDragging={(isHeld) => {
          if (isHeld) void queryClient.cancelQueries(query);
          setDragging(isHeld);
        }}
      />
    );
  if (error)
    return (
      <ErrorState error={error} action={<Button onClick={() => void refetch()}>{t`Try again`}</Button>} />
    );
  return <BoardSkeleton />;
}
