import { useLingui } from "@lingui/react/macro";
import { Anchor, Text } from "@mantine/core";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import type { Line } from "../model";
import classes from "./today.module.css";

/** The channels behind one reason: whose they are, and where. */
export function FailingChannels({ failure }: { failure: NonNullable<Line["failure"]> }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const others = failure.number - failure.channels.length;
  return (
    <ul className={classes.channels}>
      {failure.channels.map(({ id, platform, handle, url, creator }) => (
        <li key={id}>
          <PlatformIcon platform={platform} size={14} />
          <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(creator.id) }}>
            {creator.name}
          </AnchorLink>
          <Anchor href={url} target="_blank" rel="noopener noreferrer" c="dimmed" size="sm" truncate>
            {handle || url.replace(/^https?:\/\/(www\.)?/, "")}
          </Anchor>
        </li>
      ))}
      {others > 0 && (
        <Text component="li" size="sm" c="dimmed">
          {t`and ${others} more`}
        </Text>
      )}
    </ul>
  );
}
