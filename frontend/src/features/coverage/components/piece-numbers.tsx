import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { useToasts } from "@/shared/ui/toasts";
import { metricsQuery, type Piece, useForgetNumbers, useNoteNumbers } from "../api";
import { counters, numbersBody, numberValues } from "../model";
import classes from "./coverage.module.css";
import { NumbersForm } from "./numbers-form";
import { useCoverageWords } from "./use-coverage-words";

type Noted = Schemas["Metric"];

/** The dated numbers of a publication, newest first; each day can be corrected. */
export function PieceNumbers({ piece, mayEdit }: { piece: Piece; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const toasts = useToasts();
  const { numbers: names } = useCoverageWords();
  const [edited, setEdited] = useState<Noted | "new" | null>(null);
  const { data } = useQuery(metricsQuery(slug, piece.id));
  const forget = useForgetNumbers();
  const note = useNoteNumbers();
  const rows = data?.results ?? [];
  const failed = (error: unknown) => toasts.failed(t`The numbers were not changed`, error);
  const drop = (row: Noted) => {
    const day = format.date(row.taken_on);
    const body = numbersBody(numberValues(row, row.taken_on));
    return forget
      .mutateAsync({ piece: piece.id, id: row.id })
      .then(() =>
        toasts.undoable(t`The numbers of ${day} are removed.`, () =>
          note.mutateAsync({ id: piece.id, body }).catch(failed),
        ),
      )
      .catch(failed);
  };
  return (
    <Stack gap="sm">
      <Title order={3}>{t`Numbers`}</Title>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={400} type="native">
          <Table aria-label={t`Numbers by day`} className={classes.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t`Day`}</Table.Th>
                {counters.map((name) => (
                  <Table.Th key={name} ta="right">
                    {names[name]}
                  </Table.Th>
                ))}
                {mayEdit && (
                  <Table.Th>
                    <span className="visually-hidden">{t`Actions`}</span>
                  </Table.Th>
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const day = format.date(row.taken_on);
                return (
                  <Table.Tr key={row.id}>
                    <Table.Td title={day}>{format.shortDate(row.taken_on)}</Table.Td>
                    {counters.map((name) => (
                      <Table.Td key={name} ta="right" className="tabular" title={format.number(row[name])}>
                        {format.compact(row[name])}
                      </Table.Td>
                    ))}
                    {mayEdit && (
                      <Table.Td>
                        <Group gap={0} wrap="nowrap" justify="flex-end">
                          <ActionIcon
                            size="sm"
                            aria-label={t`Correct the numbers of ${day}`}
                            onClick={() => setEdited(row)}
                          >
                            <IconPencil size={14} aria-hidden />
                          </ActionIcon>
                          <ActionIcon
                            size="sm"
                            aria-label={t`Remove the numbers of ${day}`}
                            onClick={() => drop(row)}
                          >
                            <IconTrash size={14} aria-hidden />
                          </ActionIcon>
                        </Group>
                      </Table.Td>
                    )}
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {data && rows.length === 0 && <Text c="dimmed">{t`No numbers noted yet.`}</Text>}
      {mayEdit && edited ? (
        <NumbersForm
          key={edited === "new" ? "new" : edited.id}
          piece={piece}
          noted={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : (
        mayEdit && (
          <Group>
            <Button variant="default" size="compact-sm" onClick={() => setEdited("new")}>
              {t`Note the numbers`}
            </Button>
          </Group>
        )
      )}
    </Stack>
  );
}
