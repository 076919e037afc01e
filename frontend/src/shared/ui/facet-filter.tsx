import { useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Popover, Text, TextInput } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../format/use-format";
import classes from "./facet-bar.module.css";

export interface FacetOption {
  value: string;
  label: string;
  /** Rows that would match; absent while it is not known. */
  count?: number | null;
}

interface FacetFilterProps {
  label: string;
  options: FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}

/** One filter: a button that opens its values, with their counts. */
export function FacetFilter({ label, options, selected, onChange }: FacetFilterProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted));
  const count = selected.length;
  return (
    <Popover position="bottom-start" width={260} trapFocus>
      <Popover.Target>
        <Button
          variant={count > 0 ? "light" : "default"}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          px="sm"
        >
          {count > 0 ? t`${label} (${count})` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        {options.length > 8 && (
          <TextInput
            className={classes.search}
            aria-label={t`Search in ${label}`}
            placeholder={t`Search`}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        <fieldset className={classes.options}>
          <legend className="visually-hidden">{label}</legend>
          {shown.map((option) => (
            // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is the control.
            <label key={option.value} className={classes.option}>
              <Checkbox
                size="xs"
                checked={selected.includes(option.value)}
                onChange={(event) =>
                  onChange(
                    event.currentTarget.checked
                      ? [...selected, option.value]
                      : selected.filter((value) => value !== option.value),
                  )
                }
              />
              {option.label}
              {option.count != null && <span className={classes.count}>{format.number(option.count)}</span>}
            </label>
          ))}
          {shown.length === 0 && <Text c="dimmed" size="sm">{t`Nothing matches`}</Text>}
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  );
}
