import { Badge, Text } from "@mantine/core";
import { IconMail, IconPackage, IconPhone } from "@tabler/icons-react";
import { Avatar } from "@/shared/ui/avatar";
import { NumberWithAge } from "@/shared/ui/number-with-age";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import { Sparkline } from "@/shared/ui/sparkline";
import { StatusDot } from "@/shared/ui/status-dot";
import { Timeline } from "@/shared/ui/timeline";
import { WorkProgress } from "@/shared/ui/work-progress";
import { kitRows } from "../sample";
import classes from "./kit.module.css";
import { KitSection } from "./kit-section";

const platforms = [
  "blog",
  "youtube",
  "instagram",
  "mastodon",
  "bluesky",
  "tiktok",
  "x",
  "pinterest",
  "other",
];
const captured = { source: "YouTube feed", capturedAt: "2026-11-15T04:12:00Z" };

const history = [
  {
    id: 1,
    at: "2026-11-20T09:12:00Z",
    title: "Replied by e-mail",
    body: "Yes, with pleasure!",
    by: "Aïcha Benali",
    icon: IconMail,
  },
  { id: 2, at: "2026-11-03", title: "Parcel delivered", icon: IconPackage },
  { id: 3, at: "2026-10-12T15:00:00Z", title: "Call, 12 minutes", by: "Alice", icon: IconPhone },
];

export function KitPieces() {
  return (
    <>
      <KitSection title="Text">
        <Text>{"Body, 14 px"}</Text>
        <Text c="dimmed">{"Dimmed"}</Text>
        <Text size="sm">{"Small"}</Text>
        <Text size="xs" c="dimmed">
          {"Extra small, dimmed"}
        </Text>
        <Badge>{"Badge"}</Badge>
        <Badge color="gray">{"Tag"}</Badge>
      </KitSection>
      <KitSection title="Status">
        <StatusDot tone="good">{"Published"}</StatusDot>
        <StatusDot tone="info">{"In conversation"}</StatusDot>
        <StatusDot tone="warn">{"Late"}</StatusDot>
        <StatusDot tone="bad">{"Failed"}</StatusDot>
        <StatusDot tone="muted">{"Dropped"}</StatusDot>
      </KitSection>
      <KitSection title="Avatars and networks">
        {kitRows(10).map(({ id, name, platform }) => (
          <Avatar key={id} name={`${name.slice(id)}`} platform={platform} size={32} />
        ))}
        {platforms.map((platform) => (
          <PlatformIcon key={platform} platform={platform} size={20} />
        ))}
      </KitSection>
      <KitSection title="Numbers with their birth certificate">
        <NumberWithAge value={123_456} {...captured} focusable />
        <NumberWithAge value={null} {...captured} focusable />
        <NumberWithAge value={0} {...captured} focusable />
        <NumberWithAge value={0.0314} as="percent" formula="ER by followers, v1" {...captured} focusable />
        <NumberWithAge value={9_800} isStale {...captured} focusable />
        <NumberWithAge value={9_800} failure="feed answered 503" {...captured} focusable />
        <Sparkline points={[3, 4, 4, 6, 5, 8, 9]} label="Rising" />
        <Sparkline points={[9, 8, null, null, 6, 5, 4]} label="Falling, with a gap" />
      </KitSection>
      <KitSection title="Timeline and progress">
        <div className={classes.half}>
          <Timeline entries={history} label="History" />
        </div>
        <div className={classes.half}>
          <WorkProgress
            label="Import of creators.csv"
            work={{ state: "running", total: 1200, done: 480, failed: 3 }}
          />
          <WorkProgress label="Weekly refresh" work={{ state: "done", total: 60, done: 60, failed: 0 }} />
        </div>
      </KitSection>
    </>
  );
}
