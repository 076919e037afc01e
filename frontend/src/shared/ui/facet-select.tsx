import { useLingui } from "@lingui/react/macro";
import { Button, Menu } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";

interface FacetSelectProps<Value extends string> {
  label: string;
  options: { value: Value; label: string }[];
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** A filter that takes one value: a button that names it, and its values. */
export function FacetSelect<Value extends string>({
  label,
  options,
  value,
  onChange,
}: FacetSelectProps<Value>) {
  const { t } = useLingui();
  const chosen = options.find((option) => option.value === value)?.label;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={chosen ? "light" : "default"}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          px={10}
        >
          {chosen ? t`${label}: ${chosen}` : label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        <Menu.Item onClick={() => onChange(undefined)}>{t`All`}</Menu.Item>
        {options.map((option) => (
          <Menu.Item
            key={option.value}
            aria-current={option.value === value || undefined}
            rightSection={option.value === value ? <IconCheck size={14} aria-hidden /> : null}
            onClick={() => onChange(option.value)}
          >
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
