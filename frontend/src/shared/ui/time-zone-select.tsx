import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { timeZones } from "../format/choices";

/** Every time zone by its city, with its present distance from UTC. */
export function TimeZoneSelect(props: Omit<SelectProps, "data">) {
  const { t } = useLingui();
  return (
    <Select
      data={timeZones()}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t`No such time zone`}
      {...props}
    />
  );
}
