import { useLingui } from "@lingui/react/macro";
import { Badge, Button, Code, Text } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { type ApiKey, useRevokeApiKey } from "../api";
import classes from "./section.module.css";

export function ApiKeyItem({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useLingui();
  const format = useFormat();
  const revoke = useRevokeApiKey();
  const [asks, setAsks] = useState(false);
  const { id, name, prefix, scope, last_used_at, expires_at, revoked_at } = apiKey;
  const lastUse = format.age(last_used_at);
  const end = format.date(expires_at);
  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <div className={classes.itemName}>
          {name} <Badge color="gray">{scope === "write" ? t`read and write` : t`read`}</Badge>{" "}
          {revoked_at && <Badge color="red">{t`revoked`}</Badge>}
        </div>
        <Text size="sm" c="dimmed">
          <Code>{`rl_${prefix}_…`}</Code>
          {" · "}
          {last_used_at ? t`used ${lastUse}` : t`never used`}
          {expires_at && ` · ${t`expires on ${end}`}`}
        </Text>
      </div>
      {!revoked_at && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => setAsks(true)}
          aria-label={t`Revoke ${name}`}
        >
          {t`Revoke`}
        </Button>
      )}
      <ConfirmDialog
        opened={asks}
        title={t`Revoke ${name}?`}
        action={t`Revoke`}
        isPending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoke.mutate(id, { onSuccess: () => setAsks(false) })}
        onClose={() => setAsks(false)}
      >
        {t`Programs that use this key stop working at once. This cannot be undone; you can make another key.`}
      </ConfirmDialog>
    </li>
  );
}
