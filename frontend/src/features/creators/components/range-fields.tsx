import { useLingui } from "@lingui/react/macro";
import { Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { Filters, NumberFilter } from "../model";

interface RangeFieldsProps {
  legend: string;
  min: NumberFilter;
  max: NumberFilter;
  filters: Filters;
  onChange: (name: NumberFilter, value: string | null) => void;
  /** The API counts in ratios, people in percent. */
  isPercent?: boolean;
}

/** From this much to that much; taken when one leaves the field or presses Enter. */
export default function RangeFields({
  legend,
  min,
  max,
  filters,
  onChange,
  isPercent = false,
}: RangeFieldsProps) {
  const { t } = useLingui();
  const field = (name: NumberFilter, label: string) => (
    <AmountField
      key={`${name}:${filters[name] ?? ""}`}
      label={t`${legend}, ${label}`}
      placeholder={label}
      value={filters[name]}
      isPercent={isPercent}
      onCommit={(value) => onChange(name, value)}
    />
  );
  return (
    <Group gap="xs" wrap="nowrap">
      {field(min, t`at least`)}
      {field(max, t`at most`)}
    </Group>
  );
}

interface AmountFieldProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  isPercent: boolean;
  onCommit: (value: string | null) => void;
}

function AmountField({ label, placeholder, value, isPercent, onCommit }: AmountFieldProps) {
  const { i18n } = useLingui();
  const french = i18n.locale === "fr";
  const scale = isPercent ? 100 : 1;
  const before = value === undefined ? "" : Number((Number(value) * scale).toFixed(4));
  const [typed, setTyped] = useState<number | string>(before);
  const commit = () => {
    if (typed === before) return;
    onCommit(typed === "" ? null : String(Number((Number(typed) / scale).toFixed(6))));
  };
  return (
    <NumberInput
      aria-label={label}
      placeholder={placeholder}
      value={typed}
      min={0}
      allowNegative={false}
      decimalScale={isPercent ? 2 : 0}
      decimalSeparator={french ? "," : "."}
      thousandSeparator={french ? " " : ","}
      suffix={isPercent ? (french ? " %" : "%") : undefined}
      hideControls
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
    />
  );
}
