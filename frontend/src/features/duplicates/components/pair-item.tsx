import { useLingui } from "@lingui/react/macro";
import { Button, Group, Text } from "@mantine/core";
import { isAtLeast } from "@/shared/api/me";
import { useFormat } from "@/shared/format/use-format";
import { useLookalikeReasons } from "@/shared/hooks/use-lookalike-reasons";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { AnchorLink } from "@/shared/ui/links";
import { useToasts } from "@/shared/ui/toasts";
import { type Pair, type Person, useMerge, useTellApart, useUndoMerge } from "../api";
import classes from "./duplicates.module.css";

export function PairItem({ pair }: { pair: Pair }) {
  const { t } = useLingui();
  const format = useFormat();
  const { role } = useWorkspace();
  const toasts = useToasts();
  const reasons = useLookalikeReasons();
  const merge = useMerge();
  const undo = useUndoMerge();
  const tellApart = useTellApart();
  const { first, second } = pair;
  const mayEdit = isAtLeast(role, "editor");

  // The pair leaves the list as soon as it is decided: only promises still tell what came of it.
  const keep = (kept: Person, gone: Person) =>
    merge
      .mutateAsync({ kept: kept.id, gone: gone.id })
      .then(({ id }) => {
        const { name } = kept;
        toasts.undoable(t`Merged into ${name}`, () =>
          undo.mutateAsync(id).catch((error) => toasts.failed(t`The merge could not be undone`, error)),
        );
      })
      .catch((error) => toasts.failed(t`The two were not merged`, error));
  const keepApart = () =>
    tellApart
      .mutateAsync({ first: first.id, second: second.id })
      .then(() => toasts.done(t`Remembered: they are two persons`))
      .catch((error) => toasts.failed(t`This was not remembered`, error));
  const keepButton = (kept: Person, gone: Person) =>
    mayEdit && (
      <Button
        variant="light"
        size="compact-md"
        loading={merge.isPending && merge.variables.kept === kept.id}
        disabled={merge.isPending || tellApart.isPending}
        aria-label={t`Keep this one: ${kept.name}`}
        onClick={() => keep(kept, gone)}
      >
        {t`Keep this one`}
      </Button>
    );

  return (
    <>
      <Group justify="space-between">
        <Text fw={550} className={classes.reasons}>
          {format.list(pair.reasons.map((reason) => reasons[reason]))}
        </Text>
        {mayEdit && (
          <Button variant="default" size="compact-md" loading={tellApart.isPending} onClick={keepApart}>
            {t`Not a duplicate`}
          </Button>
        )}
      </Group>
      <div className={classes.people}>
        <PersonLine person={first}>{keepButton(first, second)}</PersonLine>
        <PersonLine person={second}>{keepButton(second, first)}</PersonLine>
      </div>
    </>
  );
}

function PersonLine({ person, children }: { person: Person; children: React.ReactNode }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useWorkspace();
  const followers = person.followers === null ? null : t`${format.compact(person.followers)} followers`;
  const contacted = person.last_contacted_at ? t`contacted ${format.age(person.last_contacted_at)}` : null;
  return (
    <div className={classes.person}>
      <Avatar name={person.name} platform={person.main_platform || null} size={36} />
      <div className={classes.who}>
        <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(person.id) }} fw={550}>
          {person.name}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {[person.main_handle, followers, person.city, contacted].filter(Boolean).join(" · ")}
        </Text>
      </div>
      {children}
    </div>
  );
}
