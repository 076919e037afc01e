import { useLingui } from "@lingui/react/macro";
import { Checkbox, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "../format/use-format";
import classes from "./facet-bar.module.css";

export interface FacetOption {
  value: string;
  label: string;
  /** Rows that would match; absent while it is not known. */
  count?: number | null;
}

interface FacetOptionsProps {
  label: string;
  options: FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}

/** Values of a filter, with their counts. */
export function FacetOptions({ label, options, selected, onChange }: FacetOptionsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted));
  return (
    <>
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
    </>
  );
}
