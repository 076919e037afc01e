import { useLingui } from "@lingui/react/macro";
import { DateInput, type DateInputProps, DatesProvider } from "@mantine/dates";
import { useFormat } from "../format/use-format";
import { mayGoOn, parseDay } from "./parse-day";
import { useUnreadDay } from "./use-unread-day";

interface DayInputProps
  extends Omit<DateInputProps, "value" | "defaultValue" | "onChange" | "minDate" | "maxDate"> {
  /** `YYYY-MM-DD`. */
  value?: string | null;
  onChange?: (value: string | null) => void;
  minDate?: string;
  maxDate?: string;
}

/** A day without an hour, typed or picked. What cannot be read stays as typed, and says so. */
export function DayInput({ error, popoverProps, ...props }: DayInputProps) {
  const { i18n } = useLingui();
  const locale = i18n.locale === "fr" ? "fr" : "en";
  const valueFormat = locale === "fr" ? "DD/MM/YYYY" : "D MMM YYYY";
  const today = useFormat().today();
  const parse = (text: string) => parseDay(text, locale, today);
  const { isRefused, complaint, inputProps } = useUnreadDay({ ...props, parse, valueFormat, today });
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
      <DateInput
        valueFormat={valueFormat}
        dateParser={(text) => (mayGoOn(text) ? null : parse(text))}
        clearable
        fixOnBlur={!isRefused}
        error={complaint ?? error}
        // Two lines below the field, for the reason.
        popoverProps={complaint ? { ...popoverProps, offset: 40 } : popoverProps}
        {...props}
        {...inputProps}
      />
    </DatesProvider>
  );
}
