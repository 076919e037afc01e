import { useLingui } from "@lingui/react/macro";
import { Button, Group, NumberInput, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "@/shared/format/use-format";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { metricsQuery, type Piece, useNoteNumbers } from "../api";

const counters = ["views", "likes", "comments", "shares", "clicks"] as const;
type Counter = (typeof counters)[number];

/** The dated numbers of a publication. What is left empty stays unknown. */
export function PieceNumbers({ piece, mayEdit }: { piece: Piece; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { data } = useQuery(metricsQuery(slug, piece.id));
  const names: Record<Counter, string> = {
    views: t`Views`,
    likes: t`Likes`,
    comments: t`Comments`,
    shares: t`Shares`,
    clicks: t`Clicks`,
  };
  const form = useForm<Record<Counter, number | ""> & { taken_on: string | null }>({
    initialValues: { views: "", likes: "", comments: "", shares: "", clicks: "", taken_on: format.today() },
  });
  const note = useNoteNumbers();
  const submit = form.onSubmit(({ taken_on, ...numbers }) => {
    const known = Object.fromEntries(
      counters.map((name) => [name, numbers[name] === "" ? null : numbers[name]]),
    );
    note.mutate(
      { id: piece.id, body: { ...known, ...(taken_on ? { taken_on } : {}) } },
      { onSuccess: () => form.reset(), onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  });
  const rows = data?.results ?? [];
  return (
    <Stack gap="sm">
      <Title order={3}>{t`Numbers`}</Title>
      {rows.length > 0 ? (
        <Table aria-label={t`Numbers by day`}>
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
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>{format.shortDate(row.taken_on)}</Table.Td>
                {counters.map((name) => (
                  <Table.Td key={name} ta="right" className="tabular">
                    {format.compact(row[name])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : (
        <Text c="dimmed">{t`No numbers noted yet.`}</Text>
      )}
      {mayEdit && (
        <form onSubmit={submit}>
          <Stack gap="sm">
            <SimpleGrid cols={3}>
              <DayInput label={t`Day`} maxDate={format.today()} {...form.getInputProps("taken_on")} />
              {counters.map((name) => (
                <NumberInput
                  key={name}
                  label={names[name]}
                  min={0}
                  allowDecimal={false}
                  hideControls
                  {...form.getInputProps(name)}
                />
              ))}
            </SimpleGrid>
            <FormError error={note.error} fields={[...counters, "taken_on"]} />
            <Group justify="flex-end">
              <Button
                type="submit"
                variant="default"
                loading={note.isPending}
                disabled={counters.every((name) => form.values[name] === "")}
              >
                {t`Note the numbers`}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
