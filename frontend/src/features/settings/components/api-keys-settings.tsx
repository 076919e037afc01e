import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { EmptyState } from "@/shared/ui/empty-state";
import { apiKeysQuery } from "../api";
import { ApiKeyDialog } from "./api-key-dialog";
import { ApiKeyItem } from "./api-key-item";
import { ListState } from "./list-state";
import classes from "./section.module.css";

export function ApiKeysSettings() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const keys = useQuery(apiKeysQuery(slug));
  const [makes, setMakes] = useState(false);
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMakes(true)}>
      {t`Make a key`}
    </Button>
  );
  return (
    <AppPage title={t`API keys`} width="text" actions={keys.data?.results.length ? make : null}>
      <Text c="dimmed">{t`A key lets a program work in this workspace, and never do more than you may.`}</Text>
      <ListState
        query={keys}
        empty={
          <EmptyState icon={IconKey} title={t`No key yet`} action={make}>
            {t`Make one to connect a spreadsheet, a shop or your agency’s own tools.`}
          </EmptyState>
        }
      >
        {(items) => (
          <ul className={classes.list} aria-label={t`API keys`}>
            {items.map((key) => (
              <ApiKeyItem key={key.id} apiKey={key} />
            ))}
          </ul>
        )}
      </ListState>
      {makes && <ApiKeyDialog onClose={() => setMakes(false)} />}
    </AppPage>
  );
}
