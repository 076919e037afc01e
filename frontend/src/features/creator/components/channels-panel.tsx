import { useLingui } from "@lingui/react/macro";
import { Button, Group, Text, TextInput, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { type Creator, useAddChannel } from "../api";
import { ChannelItem } from "./channel-item";
import classes from "./creator.module.css";
import type { Refresh } from "./use-refresh";

interface ChannelsPanelProps {
  creator: Creator;
  mayEdit: boolean;
  refresh: Refresh;
}

/** Blogs and accounts, each with its numbers and where they come from. */
export function ChannelsPanel({ creator, mayEdit, refresh }: ChannelsPanelProps) {
  const { t } = useLingui();
  const [isAdding, setAdding] = useState(false);
  return (
    <section className={classes.card} aria-labelledby="channels-heading">
      <div className={classes.cardHead}>
        <Title order={2} id="channels-heading">
          {t`Channels`}
        </Title>
        {mayEdit && !isAdding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t`Add a channel`}
          </Button>
        )}
      </div>
      {isAdding && <AddChannel creator={creator} onClose={() => setAdding(false)} />}
      {creator.channels.length === 0 && !isAdding && (
        <Text c="dimmed">{t`No channel yet. Add the address of a blog or profile: its numbers are then fetched every week.`}</Text>
      )}
      <ul className={classes.list} style={{ gap: 0 }}>
        {creator.channels.map((channel) => (
          <li key={channel.id} className={classes.channel}>
            <ChannelItem channel={channel} mayEdit={mayEdit} refresh={refresh} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddChannel({ creator, onClose }: { creator: Creator; onClose: () => void }) {
  const { t } = useLingui();
  const [url, setUrl] = useState("");
  const add = useAddChannel(creator.id);
  const error = add.error ? fieldErrors(add.error).url || add.error.message : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (url.trim()) add.mutate(url.trim(), { onSuccess: onClose });
      }}
    >
      <Group gap="xs" align="flex-start" mb="sm" wrap="nowrap">
        <TextInput
          flex={1}
          aria-label={t`Address of the channel`}
          placeholder="https://"
          value={url}
          error={error}
          autoFocus
          onChange={(event) => setUrl(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
        <Button type="submit" loading={add.isPending}>
          {t`Add`}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t`Cancel`}
        </Button>
      </Group>
    </form>
  );
}
