import { useLingui } from "@lingui/react/macro";
import { Combobox, type ComboboxProps, InputBase, type InputBaseProps, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type Ref, useState } from "react";
import { creatorSearchQuery } from "../api/creators";
import { useWorkspace } from "../hooks/use-workspace";
import { Avatar } from "./avatar";
import classes from "./creator-picker.module.css";

export interface PickedCreator {
  id: number;
  name: string;
}

interface CreatorPickerProps extends InputBaseProps {
  value?: PickedCreator | null;
  onChange?: (creator: PickedCreator | null) => void;
  comboboxProps?: ComboboxProps;
  ref?: Ref<HTMLInputElement>;
}

/** Finds one creator by a few letters of the name, handle or blog. */
export function CreatorPicker({ value, onChange, comboboxProps, ...props }: CreatorPickerProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const [text, setText] = useState<string | null>(null);
  const [asked] = useDebouncedValue(text ?? "", 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data, isFetching } = useQuery({
    ...creatorSearchQuery(slug, asked.trim()),
    enabled: combobox.dropdownOpened,
  });
  const found = data?.results ?? [];
  return (
    <Combobox
      store={combobox}
      {...comboboxProps}
      onOptionSubmit={(id) => {
        const picked = found.find((creator) => String(creator.id) === id);
        if (picked) onChange?.({ id: picked.id, name: picked.name });
        setText(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          placeholder={t`Search by name`}
          {...props}
          value={text ?? value?.name ?? ""}
          rightSection={
            value && text === null && !props.disabled ? (
              <Combobox.ClearButton aria-label={t`Clear`} onClear={() => onChange?.(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value && text === null ? "all" : "none"}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setText(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t`Creators`}>
          {found.map(({ id, name, main_handle, main_platform }) => (
            <Combobox.Option key={id} value={String(id)} className={classes.option}>
              <Avatar name={name} platform={main_platform} size={24} />
              <span className={classes.name}>{name}</span>
              <span className={classes.handle}>{main_handle}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && (
            <Combobox.Empty>{isFetching ? t`Searching…` : t`No creator matches`}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
