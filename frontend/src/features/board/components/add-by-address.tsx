import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Loader, Stack, Text, TextInput } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import { FormError } from "@/shared/ui/form-error";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import { useMakeCreator, useReadAddress } from "../api";
import { CreatorChoice } from "./creator-choice";
import classes from "./quick-add.module.css";

interface AddByAddressProps {
  url: string;
  present: ReadonlySet<number>;
  onAdd: (creator: { id: number; name: string }) => void;
}

/** Reads an address, shows whom it found, and adds that person: the one known already, or a new one. */
export function AddByAddress({ url, present, onAdd }: AddByAddressProps) {
  const { t } = useLingui();
  const read = useReadAddress();
  const make = useMakeCreator();
  const [name, setName] = useState<string | null>(null);
  const look = useEffectEvent(() => read.mutate(url));
  useEffect(() => {
    // Typed addresses grow letter by letter: wait for a pause.
    const timer = setTimeout(look, 500);
    return () => clearTimeout(timer);
  }, []);

  const draft = read.data;
  if (read.error)
    return (
      <>
        <FormError error={read.error} />
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => read.mutate(url)}>
            {t`Try again`}
          </Button>
        </Group>
      </>
    );
  if (!draft)
    return (
      <Group gap="xs" role="status">
        <Loader size="xs" />
        <Text c="dimmed">{t`Reading the page…`}</Text>
      </Group>
    );
  const known = draft.channels.flatMap(({ taken_by }) => (taken_by ? [taken_by] : []));
  const [owner] = known;
  if (owner)
    return (
      <Stack gap="xs">
        <Text c="dimmed">{t`This channel is known already:`}</Text>
        <ul className={classes.list}>
          <CreatorChoice creator={owner} isPresent={present.has(owner.id)} onAdd={() => onAdd(owner)} />
        </ul>
      </Stack>
    );
  const chosen = name ?? draft.name;
  return (
    <Stack gap="xs">
      {draft.warning && <Alert color="yellow">{draft.warning.detail}</Alert>}
      <TextInput label={t`Name`} value={chosen} onChange={(event) => setName(event.currentTarget.value)} />
      <Group gap="xs">
        {draft.channels.map((channel) => (
          <Text key={channel.url} size="sm" c="dimmed" component="span">
            <PlatformIcon platform={channel.platform} size={14} /> {channel.handle || channel.title}
          </Text>
        ))}
      </Group>
      <FormError error={make.error} />
      <Group>
        <Button
          disabled={!chosen.trim()}
          loading={make.isPending}
          onClick={() => make.mutate({ url, name: chosen.trim() }, { onSuccess: onAdd })}
        >
          {t`Add this creator`}
        </Button>
      </Group>
    </Stack>
  );
}
