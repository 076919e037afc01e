import { useLingui } from "@lingui/react/macro";
import { DateInput, type DateInputProps } from "@mantine/dates";

interface DayInputProps extends Omit<DateInputProps, "value" | "defaultValue" | "onChange"> {
  /** `YYYY-MM-DD`. */
  value?: string | null;
  onChange?: (value: string | null) => void;
}

/** A day without an hour, typed or picked. */
export function DayInput(props: DayInputProps) {
  const { i18n } = useLingui();
  return <DateInput valueFormat={i18n.locale === "fr" ? "DD/MM/YYYY" : "D MMM YYYY"} clearable {...props} />;
}
