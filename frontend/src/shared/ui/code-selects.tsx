import { useLingui } from "@lingui/react/macro";
import { Select, type SelectProps } from "@mantine/core";
import { useMemo } from "react";
import { countries, languages } from "../format/choices";

interface CodeSelectProps extends Omit<SelectProps, "data" | "value" | "onChange" | "defaultValue"> {
  /** "" is not known. */
  value?: string;
  onChange?: (code: string) => void;
}

/** A country by its name; kept as two letters. */
export function CountrySelect(props: CodeSelectProps) {
  const { i18n } = useLingui();
  const data = useMemo(() => countries(i18n.locale), [i18n.locale]);
  return <CodeSelect data={data} {...props} />;
}

/** A language by its name; kept as two letters. */
export function LanguageSelect(props: CodeSelectProps) {
  const { i18n } = useLingui();
  const data = useMemo(() => languages(i18n.locale), [i18n.locale]);
  return <CodeSelect data={data} {...props} />;
}

function CodeSelect({ value, onChange, ...props }: CodeSelectProps & Pick<SelectProps, "data">) {
  const { t } = useLingui();
  return (
    <Select
      searchable
      clearable
      placeholder={t`Not known`}
      nothingFoundMessage={t`Nothing matches`}
      limit={60}
      {...props}
      value={value || null}
      onChange={(code) => onChange?.(code ?? "")}
    />
  );
}
