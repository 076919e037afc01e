import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useFormat } from "@/shared/format/use-format";
import { useRoleNames } from "@/shared/hooks/use-role-names";
import { useToasts } from "@/shared/ui/toasts";
import { type Invitation, useWithdrawInvitation } from "../api";
import classes from "./section.module.css";

export function InvitationItem({ invitation }: { invitation: Invitation }) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const roleNames = useRoleNames();
  const withdraw = useWithdrawInvitation();
  const { id, email, role, expires_at } = invitation;
  const name = email || t`Link without an address`;
  const roleName = roleNames[role];
  const end = format.date(expires_at);
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={classes.itemName}>{name}</div>
        <Text size="sm" c="dimmed">
          {t`${roleName} · valid until ${end}`}
        </Text>
      </div>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={withdraw.isPending}
        aria-label={t`Withdraw the invitation of ${name}`}
        onClick={() =>
          withdraw.mutate(id, {
            onError: (error) => toasts.failed(t`The invitation was not withdrawn`, error),
          })
        }
      >
        {t`Withdraw`}
      </Button>
    </li>
  );
}
