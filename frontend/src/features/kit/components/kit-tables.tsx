import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { ApiError } from "@/shared/api/errors";
import { Avatar } from "@/shared/ui/avatar";
import { BulkBar } from "@/shared/ui/bulk-bar";
import { DataTable } from "@/shared/ui/data-table/data-table";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { EmptyState } from "@/shared/ui/empty-state";
import { FacetBar } from "@/shared/ui/facet-bar";
import { FacetFilter } from "@/shared/ui/facet-filter";
import { NumberWithAge } from "@/shared/ui/number-with-age";
import { RowName } from "@/shared/ui/row-name";
import { SearchBox } from "@/shared/ui/search-box";
import { Sparkline } from "@/shared/ui/sparkline";
import { type KitRow, kitRows } from "../sample";
import classes from "./kit.module.css";
import { KitSection } from "./kit-section";

const columns: DataColumn<KitRow>[] = [
  {
    id: "name",
    header: "Name",
    primary: true,
    orderBy: "name",
    cell: (row) => (
      <RowName avatar={<Avatar name={row.name} platform={row.platform} size={24} />} name={row.name} />
    ),
  },
  { id: "country", header: "Country", width: 110, wideOnly: true, cell: (row) => row.country },
  {
    id: "followers",
    header: "Followers",
    width: 130,
    align: "end",
    orderBy: "followers",
    cell: (row) => (
      <NumberWithAge
        value={row.followers}
        source={row.platform}
        capturedAt={row.capturedAt}
        failure={row.failure}
      />
    ),
  },
  {
    id: "engagement",
    header: "Engagement",
    width: 130,
    align: "end",
    orderBy: "engagement",
    cell: (row) => <NumberWithAge value={row.engagement} as="percent" capturedAt={row.capturedAt} />,
  },
  {
    id: "trend",
    header: "Trend",
    width: 110,
    wideOnly: true,
    cell: (row) => <Sparkline points={row.trend} label={`Trend of ${row.name}`} />,
  },
];

const countries = ["FR", "BE", "CH", "GB"].map((value) => ({ value, label: value, count: 250 }));
const states = ["rows", "loading", "error", "empty", "filtered"] as const;
const failure = new ApiError({ status: 503, code: "unavailable", correlation_id: "0b6e76" });

export function KitTables() {
  const all = useMemo(() => kitRows(1000), []);
  const [state, setState] = useState<string>("rows");
  const [order, setOrder] = useState("name");
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [picked, setPicked] = useState<string[]>(["FR"]);
  const [text, setText] = useState("");
  const rows = { rows: all, loading: undefined, error: undefined, empty: [], filtered: [] }[state];
  return (
    <KitSection title="Table">
      <div className={classes.table}>
        <FacetBar
          active={picked.map((value) => ({
            key: value,
            label: `Country: ${value}`,
            onRemove: () => setPicked(picked.filter((other) => other !== value)),
          }))}
          onClear={() => setPicked([])}
          search={<SearchBox label="Search creators" value={text} onSearch={setText} />}
          end="1,000 creators"
        >
          <FacetFilter label="Country" options={countries} selected={picked} onChange={setPicked} />
          <SegmentedControl aria-label="State" value={state} onChange={setState} data={[...states]} />
        </FacetBar>
        <DataTable
          label="Creators"
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          rowLink={() => ({ to: "/dev/kit" })}
          order={order}
          onOrder={setOrder}
          selected={selected}
          onSelect={setSelected}
          error={state === "error" ? failure : undefined}
          onRetry={() => setState("rows")}
          isFiltered={state === "filtered"}
          onClearFilters={() => setState("rows")}
          empty={
            <EmptyState title="No creators yet" action={<Button>{"Import a list"}</Button>}>
              {
                "Creators are the people you work with. Import your spreadsheet, or paste the address of a blog."
              }
            </EmptyState>
          }
        />
      </div>
      <BulkBar count={selected.size} onClear={() => setSelected(new Set())}>
        <Button size="compact-sm" variant="light">
          {"Add to a campaign"}
        </Button>
      </BulkBar>
    </KitSection>
  );
}
