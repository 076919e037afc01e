import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./creators.module.css";

/** Takes an address the moment it is pasted; one typed by hand, at Enter. */
export function PasteBox({ onPaste }: { onPaste: (url: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const take = (url: string) => {
    if (!url.trim()) return;
    setText("");
    onPaste(url.trim());
  };
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        take(text);
      }}
    >
      <TextInput
        aria-label={t`Paste the address of a blog or profile`}
        placeholder={t`Paste the address of a blog or profile`}
        leftSection={<IconLink size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault();
          take(event.clipboardData.getData("text"));
        }}
      />
    </form>
  );
}
