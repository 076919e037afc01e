import { useLingui } from "@lingui/react/macro";
import { Alert, Table } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Conflict } from "../hooks/edits";

interface ConflictNoticeProps {
  /** "Somebody changed this sending while you were typing". */
  title: string;
  conflicts: Conflict[];
  /** What the fields are called. */
  names: Record<string, string>;
  /** A value as the form shows it; without one, as it is written. */
  textOf?: (field: string, value: unknown) => string | undefined;
}

/** Somebody saved first: shows both values, so that saving again is a choice. */
export function ConflictNotice({ title, conflicts, names, textOf }: ConflictNoticeProps) {
  const { t } = useLingui();
  const show = (field: string, value: unknown) => textOf?.(field, value) ?? (plainText(value) || "—");
  return (
    <Alert color="yellow" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={title}>
      {conflicts.length > 0 ? (
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
                <Table.Td>{show(field, mine)}</Table.Td>
                <Table.Td>{show(field, theirs)}</Table.Td>
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

/** Lines of a form hold a key and ids; people read the rest. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plainText).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .filter(([name, part]) => name !== "key" && name !== "id" && typeof part !== "boolean")
    .map(([, part]) => plainText(part))
    .filter(Boolean)
    .join(" ");
}
