import { useLingui } from "@lingui/react/macro";
import { Alert, Anchor, Button, Group, Loader, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { FormError } from "@/shared/ui/form-error";
import { type Draft, useDraft } from "../api";
import { DraftForm } from "./draft-form";

interface AddCreatorDialogProps {
  /** Already pasted elsewhere; "" asks for one. */
  url: string;
  onClose: () => void;
}

/** One box for an address; what it tells can be corrected before anything is kept. */
export default function AddCreatorDialog({ url, onClose }: AddCreatorDialogProps) {
  const { t } = useLingui();
  const [address, setAddress] = useState(url);
  const [byHand, setByHand] = useState(false);
  const draft = useDraft();
  const { mutate } = draft;
  const read = (text: string) => {
    if (text.trim()) mutate(text.trim());
  };
  useEffect(() => {
    if (url) mutate(url);
  }, [url, mutate]);

  return (
    <Modal opened onClose={onClose} title={t`Add a creator`} size="lg">
      <Stack>
        {!byHand && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              read(address);
            }}
          >
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput
                flex={1}
                label={t`Address of a blog or profile`}
                placeholder="https://"
                value={address}
                data-autofocus
                onChange={(event) => setAddress(event.currentTarget.value)}
                onPaste={(event) => {
                  event.preventDefault();
                  const text = event.clipboardData.getData("text").trim();
                  setAddress(text);
                  read(text);
                }}
              />
              <Button type="submit" variant={draft.data ? "default" : "filled"} loading={draft.isPending}>
                {t`Read`}
              </Button>
            </Group>
          </form>
        )}
        {draft.isPending && (
          <Group gap="xs" role="status">
            <Loader size="xs" />
            <Text size="sm" c="dimmed">{t`Reading the page and its feed…`}</Text>
          </Group>
        )}
        {!byHand && <FormError error={draft.error} />}
        {draft.data?.warning && !byHand && !draft.isPending && <Warning {...draft.data.warning} />}
        {byHand ? (
          <DraftForm draft={null} onClose={onClose} />
        ) : (
          draft.data &&
          !draft.isPending && <DraftForm key={draft.data.url} draft={draft.data} onClose={onClose} />
        )}
        {!byHand && !draft.data && !draft.isPending && (
          <Text size="sm" c="dimmed">
            {t`Blogs, YouTube, Mastodon and Bluesky are read for you; other networks are recognised.`}{" "}
            <Anchor component="button" type="button" size="sm" onClick={() => setByHand(true)}>
              {t`Write it by hand`}
            </Anchor>
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

/** A network that nobody reads by itself is no failure, and is not tried again. */
function Warning({ code, detail }: NonNullable<Draft["warning"]>) {
  const { t } = useLingui();
  if (code === "manual_only")
    return (
      <Alert color="gray" icon={<IconInfoCircle size={18} aria-hidden />}>
        {detail}
      </Alert>
    );
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t`The page could not be read`}
    >
      {detail} {t`Complete what you know; it will be tried again every week.`}
    </Alert>
  );
}
