import { useLingui } from "@lingui/react/macro";
import { Alert, Table } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Conflict } from "../model";
import { useFieldNames } from "./use-field-names";

/** Somebody saved first: shows both values, so that saving again is a choice. */
export function ConflictNotice({ conflicts }: { conflicts: Conflict[] | null }) {
  const { t } = useLingui();
  const names = useFieldNames();
  return (
    <Alert
      color="yellow"
      role="alert"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t`Somebody changed this creator while you were typing`}
    >
      {conflicts && conflicts.length > 0 ? (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Field`}</Table.Th>
              <Table.Th>{t`Yours`}</Table.Th>
              <Table.Th>{t`Saved meanwhile`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conflicts.map(({ field, mine, theirs }) => (
              <Table.Tr key={field}>
                <Table.Td>{names[field] ?? field}</Table.Td>
                <Table.Td>{mine || "—"}</Table.Td>
                <Table.Td>{theirs || "—"}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        t`Their changes concern other fields and are kept. Save again to add yours.`
      )}
    </Alert>
  );
}
