import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { membersQuery } from "@/shared/api/lists";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { columnsByOwner, columnsByStage, type Grouping } from "../columns";
import type { Board, Card } from "../model";

/** The columns shown, and those of the stages, which moves go by whatever is shown. */
export function useColumns(board: Board, group: Grouping, shows: (card: Card) => boolean) {
  const { slug } = useWorkspace();
  const { data: members } = useQuery({ ...membersQuery(slug), enabled: group === "owner" });
  const stages = useMemo(() => columnsByStage(board, shows), [board, shows]);
  const columns = useMemo(() => {
    if (group === "stage") return stages;
    const people = (members?.results ?? []).map(({ user_id, name, email }) => ({
      id: user_id,
      name: name || email,
    }));
    return columnsByOwner(board, people, shows);
  }, [group, stages, members, board, shows]);
  return { stages, columns };
}
