import { useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";
import { PlatformIcon } from "@/shared/ui/platform-icon";
import { WorkProgress } from "@/shared/ui/work-progress";
import { failedItemsQuery, isUnfinished, type RefreshRun, useCancelRun } from "../api";
import classes from "./refresh.module.css";

export function RunItem({ run }: { run: RefreshRun }) {
  const { t } = useLingui();
  const format = useFormat();
  const cancel = useCancelRun();
  const [isOpen, setOpen] = useState(false);
  const failed = format.number(run.failed);
  const age = format.age(run.created_at);
  return (
    <>
      <WorkProgress
        label={t`Asked for ${age}`}
        work={{ state: run.state, total: run.total, done: run.done, failed: run.failed }}
      />
      <Group gap="xs" mt={4}>
        {isUnfinished(run) && (
          <Button
            size="compact-sm"
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate(run.id)}
          >
            {t`Stop`}
          </Button>
        )}
        {run.failed > 0 && (
          <Button size="compact-sm" variant="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t`Hide what failed` : t`Show what failed (${failed})`}
          </Button>
        )}
      </Group>
      {isOpen && <Failures run={run.id} />}
    </>
  );
}

function Failures({ run }: { run: number }) {
  const { slug } = useWorkspace();
  const items = useQuery(failedItemsQuery(slug, run)).data?.results;
  if (!items) return <Skeleton height={14} mt="xs" />;
  return (
    <ul className={classes.failures}>
      {items.map(({ id, channel, error }) => (
        <li key={id}>
          <Group gap={8}>
            <PlatformIcon platform={channel.platform} size={14} />
            <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(channel.creator_id) }}>
              {channel.creator_name}
            </AnchorLink>
            <Anchor href={channel.url} target="_blank" rel="noopener noreferrer" c="dimmed" size="sm">
              {channel.handle || channel.url}
            </Anchor>
          </Group>
          <Text size="sm">{error}</Text>
        </li>
      ))}
    </ul>
  );
}
