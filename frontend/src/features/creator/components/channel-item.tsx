import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Anchor, Menu, Text } from "@mantine/core";
import { IconDots, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { NumberWithAge } from "@/shared/ui/number-with-age";
import { PlatformIcon, platformName } from "@/shared/ui/platform-icon";
import { StatusDot, type Tone } from "@/shared/ui/status-dot";
import { useToasts } from "@/shared/ui/toasts";
import { type Channel, useAddChannel, useRemoveChannel } from "../api";
import { failed, sourcesOf } from "../model";
import classes from "./creator.module.css";
import { useChannelWords } from "./use-channel-words";
import type { Refresh } from "./use-refresh";

const TypeNumbersDialog = lazy(() => import("./type-numbers-dialog"));

const tones: Record<Channel["state"], Tone> = {
  new: "info",
  fresh: "good",
  stale: "warn",
  blocked: "warn",
  gone: "bad",
};

interface ChannelItemProps {
  channel: Channel;
  mayEdit: boolean;
  refresh: Refresh;
}

export function ChannelItem({ channel, mayEdit, refresh }: ChannelItemProps) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useChannelWords();
  const reason = failed(channel) ? words.failure(channel.error_code) : null;
  const origin = (number: keyof Channel["origins"]) => ({
    source: words.source(channel.origins[number]?.via ?? ""),
    capturedAt: channel.origins[number]?.at,
    isStale: channel.measured_at !== null && channel.state === "stale",
    focusable: true,
  });
  const sources = sourcesOf(channel).map(({ via, at }) => `${words.source(via)}, ${format.age(at)}`);
  const formula = words.formula(channel.engagement_formula);
  const age = format.age(channel.measured_at);
  return (
    <>
      <div className={classes.channelHead}>
        <PlatformIcon platform={channel.platform} size={18} />
        <Anchor
          href={channel.url}
          target="_blank"
          rel="noopener noreferrer"
          className={classes.channelName}
          title={channel.url}
          fw={550}
        >
          {channel.title || channel.handle || channel.url}
        </Anchor>
        <Text component="span" size="sm">
          <StatusDot tone={tones[channel.state]}>{words.states[channel.state]}</StatusDot>
        </Text>
        {mayEdit && <ChannelMenu channel={channel} refresh={refresh} />}
      </div>
      <dl className={classes.numbers}>
        <div className={classes.fact}>
          <dt>{t`Followers`}</dt>
          <dd>
            <NumberWithAge value={channel.followers} {...origin("followers")} failure={reason} />
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t`Engagement`}</dt>
          <dd>
            <NumberWithAge
              value={channel.engagement_rate}
              as="percent"
              {...origin("engagement_rate")}
              formula={formula}
            />
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t`Posts a month`}</dt>
          <dd>
            <NumberWithAge
              value={channel.posts_per_month === null ? null : Math.round(channel.posts_per_month * 10) / 10}
              {...origin("posts_per_month")}
            />
          </dd>
        </div>
        <div className={classes.fact}>
          <dt>{t`Last post`}</dt>
          <dd title={format.dateTime(channel.last_published_at)}>{format.age(channel.last_published_at)}</dd>
        </div>
      </dl>
      {!reason && channel.partial_reason && (
        <Text size="sm" mt={6} c="var(--relais-warn)">
          {channel.partial_reason}
        </Text>
      )}
      {reason ? (
        <Text size="sm" mt={6} c="var(--relais-warn)">
          {channel.measured_at ? t`${reason} Last good value ${age}.` : reason}
        </Text>
      ) : (
        <Text size="xs" mt={6} c="dimmed">
          {channel.measured_at
            ? [platformName(channel.platform), ...sources].join(" · ")
            : t`Not measured yet`}
        </Text>
      )}
    </>
  );
}

function ChannelMenu({ channel, refresh }: { channel: Channel; refresh: Refresh }) {
  const { t } = useLingui();
  const toasts = useToasts();
  const remove = useRemoveChannel();
  const add = useAddChannel(channel.creator);
  const [isTyping, setTyping] = useState(false);
  const name = channel.title || channel.handle || channel.url;
  // The line goes with the channel: only promises still tell what came of it.
  const takeAway = () =>
    remove
      .mutateAsync(channel.id)
      .then(() =>
        toasts.undoable(t`Channel removed, with its numbers`, () =>
          add
            .mutateAsync(channel.url)
            .catch((error) => toasts.failed(t`The channel could not be added back`, error)),
        ),
      )
      .catch((error) => toasts.failed(t`The channel was not removed`, error));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for ${name}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={refresh.isRunning}
            onClick={() => refresh.start([channel.id])}
          >
            {t`Refresh now`}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={16} aria-hidden />}
            data-autofocus={refresh.isRunning || undefined}
            onClick={() => setTyping(true)}
          >
            {t`Type the numbers`}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={takeAway}>
            {t`Remove the channel`}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isTyping && (
        <Suspense fallback={null}>
          <TypeNumbersDialog channel={channel} onClose={() => setTyping(false)} />
        </Suspense>
      )}
    </>
  );
}
