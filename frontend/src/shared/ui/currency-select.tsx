import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { currencies } from "../format/choices";

export function CurrencySelect(props: Omit<SelectProps, "data">) {
  const { t, i18n } = useLingui();
  const data = useMemo(() => currencies(i18n.locale), [i18n.locale]);
  return (
    <Select
      data={data}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t`No such currency`}
      {...props}
    />
  );
}
