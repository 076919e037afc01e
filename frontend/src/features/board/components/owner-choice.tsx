import { useLingui } from "@lingui/react/macro";
import { IconCheck, IconSearch, IconUserOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { membersQuery } from "@/shared/api/lists";
import { search } from "@/shared/format/search";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { type Choice, ChoiceList } from "@/shared/ui/choice-list";

export type Owner = { id: number; name: string } | null;

interface OwnerChoiceProps {
  /** Who has it now; `undefined` when several people do. */
  current: number | null | undefined;
  onChoose: (owner: Owner) => void;
}

/** Someone of the team, or nobody, by a few letters of the name. */
export default function OwnerChoice({ current, onChoose }: OwnerChoiceProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data } = useQuery(membersQuery(slug));
  const [text, setText] = useState("");
  const tick = <IconCheck size={16} aria-label={t`Current`} />;
  const people: (Choice & { owner: Owner })[] = [
    {
      id: "nobody",
      label: t({ message: "Nobody", context: "owner of a card" }),
      icon: <IconUserOff size={18} aria-hidden />,
      end: current === null ? tick : undefined,
      owner: null,
    },
    ...(data?.results ?? []).map(({ user_id, name, email }) => ({
      id: String(user_id),
      label: name || email,
      icon: <Avatar name={name || email} size={24} />,
      end: user_id === current ? tick : undefined,
      owner: { id: user_id, name: name || email },
    })),
  ];
  const found = search(people, text);
  return (
    <ChoiceList
      label={t`Who looks after it?`}
      icon={<IconSearch size={16} aria-hidden />}
      text={text}
      onText={setText}
      groups={[{ id: "people", choices: found }]}
      onChoose={({ owner }) => onChoose(owner)}
      status={!data ? t`Loading…` : found.length === 0 ? t`Nobody of this name` : null}
    />
  );
}
