import { useLingui } from "@lingui/react/macro";
import { Button, FileButton, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import { FormError } from "@/shared/ui/form-error";
import { useUpload } from "../api";
import classes from "./imports.module.css";

/** Takes a file, chosen or dropped. Nothing is imported yet. */
export function ChooseFile({ onUploaded }: { onUploaded: (id: number) => void }) {
  const { t } = useLingui();
  const upload = useUpload();
  const [isOver, setOver] = useState(false);
  const send = (file: File | null | undefined) => {
    if (file) upload.mutate(file, { onSuccess: ({ id }) => onUploaded(id) });
  };
  return (
    <>
      <FormError error={upload.error} />
      <section
        className={classes.drop}
        aria-label={t`File to import`}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <IconFileImport size={32} stroke={1.4} aria-hidden />
        <Text fw={550}>{t`Drop your file here`}</Text>
        <div className={classes.advice}>
          {t`A spreadsheet (CSV or Excel), or the feeds you follow (OPML), up to 10 MB. You check the columns before anything is imported, and can take it back afterwards.`}
        </div>
        <FileButton onChange={send} accept=".csv,.tsv,.txt,.xlsx,.opml,.xml">
          {(props) => (
            <Button {...props} loading={upload.isPending}>
              {t`Choose a file`}
            </Button>
          )}
        </FileButton>
      </section>
    </>
  );
}
