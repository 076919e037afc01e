import { useLingui } from "@lingui/react/macro";
import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { keysOf } from "../commands/catalogue";
import { useCommands } from "../commands/use-commands";

interface SearchBoxProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  width?: number | string;
}

/** Searches while one types, a moment after the last key. */
export function SearchBox({ label, value, onSearch, width = 260 }: SearchBoxProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback(onSearch, 250);
  useCommands({
    "list.search": () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  useEffect(() => setText(value), [value]);
  return (
    <TextInput
      ref={field}
      type="search"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts={keysOf("list.search")[0]}
      placeholder={label}
      w={{ base: "100%", sm: width }}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label={t`Clear the search`}
            onClick={() => {
              setText("");
              onSearch("");
            }}
          />
        ) : null
      }
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}
