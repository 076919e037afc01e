import "@mantine/charts/styles.layer.css";
import { useLingui } from "@lingui/react/macro";
import { LineChart } from "@mantine/charts";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import { platformName } from "@/shared/ui/platform-icon";
import type { Audience } from "../api";
import { channelKey, chartRows, reachKey } from "../model";

const colours = ["blue.6", "orange.6", "grape.6", "green.7", "red.6", "yellow.7", "cyan.7", "pink.6"];

export default function AudienceChart({ audience }: { audience: Audience }) {
  const { t } = useLingui();
  const format = useFormat();
  const rows = useMemo(() => chartRows(audience), [audience]);
  const lines = audience.channels.map((channel, index) => ({
    name: channelKey(channel.id),
    label: `${platformName(channel.platform)} · ${channel.handle || channel.title}`,
    color: colours[index % colours.length] ?? "blue.6",
  }));
  const reach = { name: reachKey, label: t`Potential reach`, color: "petrol.6", strokeDasharray: "5 4" };
  return (
    <div role="img" aria-label={t`Followers by week; the same numbers are in the table.`}>
      <LineChart
        h={240}
        data={rows}
        dataKey="week"
        series={audience.channels.length > 1 ? [...lines, reach] : lines}
        curveType="monotone"
        connectNulls={false}
        withDots={false}
        withLegend
        legendProps={{ verticalAlign: "bottom" }}
        strokeWidth={2}
        gridAxis="x"
        tickLine="none"
        lineChartProps={{ accessibilityLayer: false }}
        lineProps={{ isAnimationActive: false }}
        yAxisProps={{ width: 48, domain: ["auto", "auto"] }}
        xAxisProps={{ tickFormatter: (week: string) => format.shortDate(week), minTickGap: 40 }}
        valueFormatter={(value) => format.compact(value)}
        tooltipProps={{ labelFormatter: (week) => (week ? format.date(String(week)) : null) }}
      />
    </div>
  );
}
