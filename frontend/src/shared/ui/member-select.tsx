import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { membersQuery } from "../api/lists";
import { useWorkspace } from "../hooks/use-workspace";

interface MemberSelectProps extends Omit<SelectProps, "data" | "value" | "onChange" | "defaultValue"> {
  /** Id of the person; `null` for nobody. */
  value?: number | null;
  onChange?: (value: number | null) => void;
}

/** Someone of the workspace, or nobody. */
export function MemberSelect({ value, onChange, ...props }: MemberSelectProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data } = useQuery(membersQuery(slug));
  const options = data?.results.map(({ user_id, name, email }) => ({
    value: String(user_id),
    label: name || email,
  }));
  return (
    <Select
      data={options ?? []}
      placeholder={t`Nobody`}
      searchable
      clearable
      nothingFoundMessage={t`Nobody of this name`}
      {...props}
      value={value == null ? null : String(value)}
      onChange={(next) => onChange?.(next === null ? null : Number(next))}
    />
  );
}
