import { useLingui } from "@lingui/react/macro";
import { Anchor, Table, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { StatusDot } from "@/shared/ui/status-dot";
import { importsQuery } from "../api";
import { stateTones, useImportWords } from "./use-import-words";

/** What was imported before, newest first. */
export function PastImports({ onOpen }: { onOpen: (id: number) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useWorkspace();
  const { states } = useImportWords();
  const past = useQuery(importsQuery(slug)).data?.results ?? [];
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past-heading">
      <Title order={2} id="past-heading" mb="xs">
        {t`Earlier imports`}
      </Title>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`File`}</Table.Th>
            <Table.Th>{t`State`}</Table.Th>
            <Table.Th ta="end">{t`Rows`}</Table.Th>
            <Table.Th ta="end">{t`Added`}</Table.Th>
            <Table.Th>{t`When`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {past.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                <Anchor component="button" type="button" onClick={() => onOpen(one.id)}>
                  {one.file_name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <StatusDot tone={stateTones[one.state]}>{states[one.state]}</StatusDot>
              </Table.Td>
              <Table.Td ta="end">{format.number(one.total)}</Table.Td>
              <Table.Td ta="end">{format.number(one.created)}</Table.Td>
              <Table.Td title={format.dateTime(one.created_at)}>{format.age(one.created_at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
