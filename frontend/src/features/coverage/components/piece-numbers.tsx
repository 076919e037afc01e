import { useLingui } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "@/shared/api/schemas";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { metricsQuery, type Piece } from "../api";
import { counters } from "../model";
import classes from "./coverage.module.css";
import { NumbersForm } from "./numbers-form";
import { useCoverageWords } from "./use-coverage-words";

type Noted = Schemas["Metric"];

/** The dated numbers of a publication, newest first; each day can be corrected. */
export function PieceNumbers({ piece, mayEdit }: { piece: Piece; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { numbers: names } = useCoverageWords();
  const [edited, setEdited] = useState<Noted | "new" | null>(null);
  const { data } = useQuery(metricsQuery(slug, piece.id));
  const rows = data?.results ?? [];
  /** A day that is noted already is corrected, never half overwritten. */
  const dayOf = (day: string | null) => rows.find(({ taken_on }) => taken_on === day);
  return (
    <Stack gap="sm">
      <Title order={3}>{t`Numbers`}</Title>
      {rows.length > 0 && (
        <Table.ScrollContainer minWidth={330} type="native">
          <Table aria-label={t`Numbers by day`} className={classes.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t`Day`}</Table.Th>
                {counters.map((name) => (
                  <Table.Th key={name} ta="right">
                    {names[name]}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => {
                const day = format.date(row.taken_on);
                return (
                  <Table.Tr key={row.id}>
                    <Table.Td title={day} className={classes.day}>
                      {mayEdit ? (
                        <Anchor
                          component="button"
                          type="button"
                          size="sm"
                          aria-label={t`Correct the numbers of ${day}`}
                          onClick={() => setEdited(row)}
                        >
                          {format.shortDate(row.taken_on)}
                        </Anchor>
                      ) : (
                        format.shortDate(row.taken_on)
                      )}
                    </Table.Td>
                    {counters.map((name) => (
                      <Table.Td key={name} ta="right" className="tabular" title={format.number(row[name])}>
                        {format.compact(row[name])}
                      </Table.Td>
                    ))}
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
          onDay={(day) => {
            const known = dayOf(day);
            if (known) setEdited(known);
          }}
          onClose={() => setEdited(null)}
        />
      ) : (
        mayEdit && (
          <Group>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setEdited(dayOf(format.today()) ?? "new")}
            >
              {t`Note the numbers`}
            </Button>
          </Group>
        )
      )}
    </Stack>
  );
}
