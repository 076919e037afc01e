import "@mantine/charts/styles.layer.css";
import { useLingui } from "@lingui/react/macro";
import { LineChart } from "@mantine/charts";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import { platformName } from "@/shared/ui/platform-icon";
import type { Audience } from "../api";
import { channelKey, chartRows, measured, reachKey } from "../model";
import classes from "./creator.module.css";

const colours = ["blue.6", "orange.6", "grape.6", "green.7", "red.6", "yellow.7", "cyan.7", "pink.6"];

export default function AudienceChart({ audience }: { audience: Audience }) {
  const { t } = useLingui();
  const format = useFormat();
  const rows = useMemo(() => chartRows(audience), [audience]);
  const lines = measured(audience.channels).map((channel, index) => ({
    name: channelKey(channel.id),
    label: `${platformName(channel.platform)} · ${channel.handle || channel.title}`,
    color: colours[index % colours.length] ?? "blue.6",
    strokeDasharray: undefined,
  }));
  const reach = { name: reachKey, label: t`Potential reach`, color: "petrol.6", strokeDasharray: "5 4" };
  const series = lines.length > 1 ? [...lines, reach] : lines;
  return (
    <div role="img" aria-label={t`Followers by week; the same numbers are in the table.`}>
      <LineChart
        h={220}
        data={rows}
        dataKey="week"
        series={series}
        curveType="monotone"
        connectNulls={false}
        withDots={false}
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
      <ul className={classes.legend}>
        {series.map(({ name, label, color, strokeDasharray }) => (
          <li key={name}>
            <span
              className={classes.swatch}
              data-dashed={strokeDasharray !== undefined || undefined}
              style={{ borderColor: `var(--mantine-color-${color.replace(".", "-")})` }}
            />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
