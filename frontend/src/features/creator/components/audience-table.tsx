import { useLingui } from "@lingui/react/macro";
import { ScrollArea, Table } from "@mantine/core";
import { useFormat } from "@/shared/format/use-format";
import { platformName } from "@/shared/ui/platform-icon";
import type { Audience } from "../api";

/** The chart in numbers, newest first. */
export function AudienceTable({ audience }: { audience: Audience }) {
  const { t } = useLingui();
  const format = useFormat();
  const weeks = audience.weeks.map((week, index) => ({ week, index })).reverse();
  return (
    <ScrollArea.Autosize
      mah={240}
      type="auto"
      viewportProps={{ tabIndex: 0, "aria-label": t`Followers by week` }}
    >
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Week of`}</Table.Th>
            {audience.channels.map((channel) => (
              <Table.Th key={channel.id} ta="end">
                {platformName(channel.platform)}
              </Table.Th>
            ))}
            <Table.Th ta="end">{t`Potential reach`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map(({ week, index }) => (
            <Table.Tr key={week}>
              <Table.Td>{format.date(week)}</Table.Td>
              {audience.channels.map((channel) => (
                <Table.Td key={channel.id} ta="end" className="tabular">
                  {format.number(channel.followers[index])}
                </Table.Td>
              ))}
              <Table.Td ta="end" className="tabular">
                {format.number(audience.reach[index])}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
