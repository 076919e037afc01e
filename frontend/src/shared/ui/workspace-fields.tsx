import { useLingui } from "@lingui/react/macro";
import { Select, SimpleGrid, TextInput } from "@mantine/core";
import { languageNames, languages } from "../i18n/languages";
import { CurrencySelect } from "./currency-select";
import { TimeZoneSelect } from "./time-zone-select";

interface WorkspaceFieldsProps {
  /** Value, error and change of a field, as Mantine's `form.getInputProps` gives them. */
  field: (name: "name" | "language" | "time_zone" | "currency") => object;
  autoFocus?: boolean;
  readOnly?: boolean;
}

/** What a workspace needs to know about itself; the same at the first run and in the settings. */
export function WorkspaceFields({ field, autoFocus, readOnly }: WorkspaceFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextInput
        label={t`Name of the workspace`}
        description={t`Your agency, or the brand your team works for.`}
        required
        maxLength={120}
        data-autofocus={autoFocus || undefined}
        readOnly={readOnly}
        {...field("name")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t`Language of its documents`}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          allowDeselect={false}
          required
          disabled={readOnly}
          {...field("language")}
        />
        <CurrencySelect label={t`Currency`} required disabled={readOnly} {...field("currency")} />
      </SimpleGrid>
      <TimeZoneSelect
        label={t`Time zone`}
        description={t`Dates, reminders and office hours follow it.`}
        required
        disabled={readOnly}
        {...field("time_zone")}
      />
    </>
  );
}
