import { useLingui } from "@lingui/react/macro";
import { DateInput, type DateInputProps, DatesProvider } from "@mantine/dates";
import { parseDay } from "./parse-day";

interface DayInputProps extends Omit<DateInputProps, "value" | "defaultValue" | "onChange"> {
  /** `YYYY-MM-DD`. */
  value?: string | null;
  onChange?: (value: string | null) => void;
}

/** A day without an hour, typed or picked. */
export function DayInput(props: DayInputProps) {
  const { i18n } = useLingui();
  const isFrench = i18n.locale === "fr";
  return (
    <DatesProvider settings={{ locale: isFrench ? "fr" : "en", firstDayOfWeek: 1 }}>
      <DateInput
        valueFormat={isFrench ? "DD/MM/YYYY" : "D MMM YYYY"}
        dateParser={(text) => parseDay(text, isFrench ? "fr" : "en")}
        clearable
        {...props}
      />
    </DatesProvider>
  );
}
