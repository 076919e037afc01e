import { useLingui } from "@lingui/react/macro";
import { Select, TagsInput, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "@/shared/api/client";
import { useFormat } from "@/shared/format/use-format";
import { statusTones, useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { MemberSelect } from "@/shared/ui/member-select";
import { NumberWithAge } from "@/shared/ui/number-with-age";
import { platformName } from "@/shared/ui/platform-icon";
import { StatusDot } from "@/shared/ui/status-dot";
import { useToasts } from "@/shared/ui/toasts";
import { type Creator, type CreatorChange, useChangeCreator } from "../api";
import classes from "./creator.module.css";
import { useContactWords } from "./use-contact-words";

/** Who it is, where the relation stands, and the main numbers; status, owner and tags are changed in place. */
export function CreatorHeader({ creator, mayEdit }: { creator: Creator; mayEdit: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { kinds, statuses, tiers } = useCreatorWords();
  const { forms } = useContactWords();
  const preferredName = creator.preferred_name;
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const change = useChangeCreator(creator);
  const known = useQuery({
    ...api.queryOptions("get", "/api/v1/workspaces/{slug}/tags/", {
      params: { path: { slug }, query: { page_size: 200 } },
    }),
    enabled: mayEdit,
  }).data?.results.map(({ name }) => name);
  const save = (body: CreatorChange) =>
    change.mutate(body, { onError: (error) => toasts.failed(t`The change was not saved`, error) });
  // What is being saved shows at once; a refusal brings the old value back.
  const pending = change.isPending ? change.variables : undefined;
  const status = pending?.relationship_status ?? creator.relationship_status;
  const owner = pending?.owner !== undefined ? pending.owner : (creator.owner?.id ?? null);
  const tags = pending?.tags ?? creator.tags.map(({ name }) => name);
  const origin = {
    source: creator.main_platform ? platformName(creator.main_platform) : null,
    focusable: true,
  };
  const engaging = creator.channels.find(
    ({ engagement_rate }) => engagement_rate === creator.engagement_rate,
  );

  return (
    <section className={classes.header} aria-label={t`At a glance`}>
      <div className={classes.who}>
        <Avatar name={creator.name} platform={creator.main_platform || null} size={52} />
        <div>
          <Text fw={550}>
            {[
              kinds[creator.kind],
              preferredName && t`“${preferredName}”`,
              creator.address_form && forms[creator.address_form],
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
          <Text c="dimmed" size="sm">
            {[
              creator.main_handle,
              creator.city,
              creator.country && format.countryName(creator.country),
              creator.language && format.languageName(creator.language),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        </div>
      </div>
      <dl className={classes.facts}>
        <Fact label={t`Followers`} big>
          <NumberWithAge value={creator.followers} capturedAt={creator.measured_at} {...origin} />
        </Fact>
        <Fact label={t`Potential reach`} big>
          <NumberWithAge
            value={creator.reach}
            capturedAt={creator.measured_at}
            source={t`sum of all channels`}
            focusable
          />
        </Fact>
        <Fact label={t`Engagement`} big>
          <NumberWithAge
            value={creator.engagement_rate}
            as="percent"
            capturedAt={engaging?.origins.engagement_rate?.at}
            {...origin}
          />
        </Fact>
        <Fact label={t`Size`} big>
          {creator.tier ? tiers[creator.tier] : "—"}
        </Fact>
      </dl>
      {mayEdit ? (
        <div className={classes.dealings}>
          <Select
            label={t`Status`}
            size="xs"
            allowDeselect={false}
            data={Object.entries(statuses).map(([value, label]) => ({ value, label }))}
            value={status}
            onChange={(value) =>
              value && save({ relationship_status: value as Creator["relationship_status"] })
            }
          />
          <MemberSelect
            label={t`Owner`}
            size="xs"
            value={owner}
            onChange={(value) => save({ owner: value })}
          />
          <TagsInput
            className={classes.tags}
            label={t`Tags`}
            size="xs"
            data={known ?? []}
            placeholder={tags.length === 0 ? t`Add a tag` : ""}
            value={tags}
            onChange={(value) => save({ tags: value })}
          />
        </div>
      ) : (
        <dl className={classes.dealings}>
          <Fact label={t`Status`}>
            <StatusDot tone={statusTones[status]}>{statuses[status]}</StatusDot>
          </Fact>
          <Fact label={t`Owner`}>{creator.owner?.name ?? t`Nobody`}</Fact>
          <Fact label={t`Tags`} className={classes.tags}>
            {tags.join(", ") || "—"}
          </Fact>
        </dl>
      )}
    </section>
  );
}

interface FactProps {
  label: string;
  big?: boolean;
  className?: string;
  children: ReactNode;
}

function Fact({ label, big = false, className, children }: FactProps) {
  return (
    <div className={[classes.fact, big && classes.big, className].filter(Boolean).join(" ")}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
