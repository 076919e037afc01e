import { useLingui } from "@lingui/react/macro";
import { Button, Select, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, type Role } from "@/shared/api/me";
import { useRoleNames } from "@/shared/hooks/use-role-names";
import { Avatar } from "@/shared/ui/avatar";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { useToasts } from "@/shared/ui/toasts";
import { type Member, useChangeRole, useRemoveMember } from "../api";
import { roles } from "../model";
import classes from "./section.module.css";

export function MemberItem({ member, mayEdit }: { member: Member; mayEdit: boolean }) {
  const { t } = useLingui();
  const toasts = useToasts();
  const names = useRoleNames();
  const { data: me } = useSuspenseQuery(meQuery());
  const changeRole = useChangeRole();
  const remove = useRemoveMember();
  const [asks, setAsks] = useState(false);
  const { id, role, email } = member;
  const name = member.name || email;
  const isMe = member.user_id === me.id;

  const giveRole = (next: Role) =>
    changeRole.mutate(
      { id, role: next },
      {
        onSuccess: () =>
          toasts.undoable(t`The role of ${name} is changed.`, () => changeRole.mutate({ id, role })),
        onError: (error) => toasts.failed(t`The role of ${name} was not changed`, error),
      },
    );
  return (
    <li className={classes.item}>
      <Avatar name={name} size={32} />
      <div className={classes.itemText}>
        <div className={classes.itemName}>
          {name}
          {isMe && (
            <Text component="span" c="dimmed" fw={400}>
              {" · "}
              {t`you`}
            </Text>
          )}
        </div>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </div>
      {mayEdit ? (
        <>
          <Select
            w={130}
            aria-label={t`Role of ${name}`}
            data={roles.map((value) => ({ value, label: names[value] }))}
            allowDeselect={false}
            value={role}
            disabled={changeRole.isPending}
            onChange={(value) => value && giveRole(value as Role)}
          />
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={() => setAsks(true)}
            aria-label={t`Remove ${name}`}
          >
            {t`Remove`}
          </Button>
        </>
      ) : (
        <Text c="dimmed">{names[role]}</Text>
      )}
      <ConfirmDialog
        opened={asks}
        title={t`Remove ${name} from the workspace?`}
        action={t`Remove`}
        isPending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate(id, { onSuccess: () => setAsks(false) })}
        onClose={() => setAsks(false)}
      >
        {t`They lose access at once. What they wrote stays. You can invite them again.`}
      </ConfirmDialog>
    </li>
  );
}
