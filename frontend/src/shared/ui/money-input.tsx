import { useLingui } from "@lingui/react/macro";
import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useFormat } from "../format/use-format";

interface MoneyInputProps extends Omit<NumberInputProps, "value" | "defaultValue" | "onChange"> {
  /** Decimal string as the API writes it, e.g. `1250.00`; `null` when not known. */
  value?: string | null;
  onChange?: (value: string | null) => void;
}

/** An amount in the workspace's currency. */
export function MoneyInput({ value, onChange, ...props }: MoneyInputProps) {
  const { i18n } = useLingui();
  const format = useFormat();
  const french = i18n.locale === "fr";
  return (
    <NumberInput
      min={0}
      decimalScale={2}
      allowNegative={false}
      decimalSeparator={french ? "," : "."}
      // Both are accepted: people type the one of their keypad.
      allowedDecimalSeparators={[",", "."]}
      thousandSeparator={french ? "\u202f" : ","}
      hideControls
      rightSection={format.currencySign()}
      {...props}
      value={value ?? ""}
      onChange={(next) => onChange?.(next === "" ? null : Number(next).toFixed(2))}
    />
  );
}
