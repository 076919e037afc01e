import { useLingui } from "@lingui/react/macro";
import { Badge, Group } from "@mantine/core";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import { statusTones, useCreatorWords } from "@/shared/hooks/use-creator-words";
import { Avatar } from "@/shared/ui/avatar";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { NumberWithAge } from "@/shared/ui/number-with-age";
import { PlatformIcon, platformName } from "@/shared/ui/platform-icon";
import { RowName } from "@/shared/ui/row-name";
import { StatusDot } from "@/shared/ui/status-dot";
import type { CreatorRow } from "../api";
import classes from "./creators.module.css";

const staleStates = new Set(["stale", "blocked", "gone"]);

export function useCreatorColumns(): DataColumn<CreatorRow>[] {
  const { t } = useLingui();
  const format = useFormat();
  const words = useCreatorWords();
  return useMemo(() => {
    const aged = (row: CreatorRow) => ({
      source: row.main_platform ? platformName(row.main_platform) : null,
      capturedAt: row.measured_at,
      isStale: row.measured_at !== null && staleStates.has(row.main_state),
    });
    return [
      {
        id: "name",
        header: t`Name`,
        primary: true,
        width: 240,
        orderBy: "name",
        cell: (row) => (
          <RowName
            avatar={<Avatar name={row.name} platform={row.main_platform || null} size={26} />}
            name={row.name}
            detail={row.main_handle}
          />
        ),
      },
      {
        id: "platforms",
        header: t`Networks`,
        width: 96,
        wideOnly: true,
        cell: (row) => (
          <span className={classes.platforms}>
            {row.platforms.map((platform) => (
              <PlatformIcon key={platform} platform={platform} size={15} />
            ))}
          </span>
        ),
      },
      {
        id: "followers",
        header: t`Followers`,
        width: 104,
        align: "end",
        orderBy: "followers",
        cell: (row) => <NumberWithAge value={row.followers} {...aged(row)} />,
      },
      {
        id: "engagement",
        header: t`Engagement`,
        width: 126,
        align: "end",
        orderBy: "engagement",
        wideOnly: true,
        cell: (row) => <NumberWithAge value={row.engagement_rate} as="percent" {...aged(row)} />,
      },
      {
        id: "status",
        header: t`Status`,
        width: 136,
        wideOnly: true,
        cell: (row) => (
          <StatusDot tone={statusTones[row.relationship_status]}>
            {words.statuses[row.relationship_status]}
          </StatusDot>
        ),
      },
      {
        id: "owner",
        header: t`Owner`,
        width: 122,
        wideOnly: true,
        cell: (row) => row.owner?.name ?? "—",
      },
      {
        id: "last_contact",
        header: t`Last contact`,
        width: 160,
        orderBy: "last_contact",
        wideOnly: true,
        cell: (row) => <Age at={row.last_contacted_at} />,
      },
      {
        id: "last_published",
        header: t`Last post`,
        width: 170,
        orderBy: "last_published",
        wideOnly: true,
        cell: (row) => <Age at={row.last_published_at} />,
      },
      {
        id: "country",
        header: t`Country`,
        width: 150,
        wideOnly: true,
        cell: (row) =>
          [row.country && format.countryName(row.country), row.language.toUpperCase()]
            .filter(Boolean)
            .join(" · ") || "—",
      },
      {
        id: "tier",
        header: t`Size`,
        width: 124,
        wideOnly: true,
        cell: (row) => (row.tier ? words.tiers[row.tier] : "—"),
      },
      {
        id: "tags",
        header: t`Tags`,
        width: 180,
        wideOnly: true,
        cell: (row) => <Tags tags={row.tags} />,
      },
    ];
  }, [t, format, words]);
}

function Age({ at }: { at: string | null }) {
  const format = useFormat();
  return at ? (
    <time dateTime={at} title={format.dateTime(at)} data-raised>
      {format.age(at)}
    </time>
  ) : (
    "—"
  );
}

const shownTags = 2;

function Tags({ tags }: { tags: CreatorRow["tags"] }) {
  if (tags.length === 0) return "—";
  const more = tags.length - shownTags;
  return (
    <Group gap={4} wrap="nowrap" title={tags.map(({ name }) => name).join(", ")}>
      {tags.slice(0, shownTags).map(({ id, name }) => (
        <Badge key={id} color="gray" size="sm">
          {name}
        </Badge>
      ))}
      {more > 0 && <span className={classes.more}>{`+${more}`}</span>}
    </Group>
  );
}
