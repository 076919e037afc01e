import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { openCampaignsQuery } from "../api/lists";
import { useWorkspace } from "../hooks/use-workspace";

interface CampaignSelectProps extends Omit<SelectProps, "data" | "value" | "onChange" | "defaultValue"> {
  value?: number | null;
  onChange?: (value: number | null) => void;
}

/** One of the campaigns that are not archived. */
export function CampaignSelect({ value, onChange, ...props }: CampaignSelectProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data } = useQuery(openCampaignsQuery(slug));
  const options = data?.results.map(({ id, name, brand_name }) => ({
    value: String(id),
    label: `${name} · ${brand_name}`,
  }));
  return (
    <Select
      data={options ?? []}
      searchable
      clearable
      nothingFoundMessage={t`No campaign of this name`}
      {...props}
      value={value == null ? null : String(value)}
      onChange={(next) => onChange?.(next === null ? null : Number(next))}
    />
  );
}
