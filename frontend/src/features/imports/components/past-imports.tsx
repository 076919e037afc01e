import { useLingui } from "@lingui/react/macro";
import { Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { DataTable } from "@/shared/ui/data-table/data-table";
import type { DataColumn } from "@/shared/ui/data-table/model";
import { StatusDot } from "@/shared/ui/status-dot";
import { type ImportBrief, importsQuery } from "../api";
import { stateTones, useImportWords } from "./use-import-words";

/** What was imported before, newest first. */
export function PastImports() {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const columns = useColumns();
  const past = useQuery(importsQuery(slug)).data?.results ?? [];
  if (past.length === 0) return null;
  return (
    <>
      <Title order={2}>{t`Earlier imports`}</Title>
      <DataTable
        label={t`Earlier imports`}
        columns={columns}
        rows={past}
        rowId={(row) => row.id}
        rowName={(row) => row.file_name}
        rowLink={(row) => ({ to: "/w/$slug/creators/import", params: { slug }, search: { id: row.id } })}
        empty={null}
      />
    </>
  );
}

function useColumns(): DataColumn<ImportBrief>[] {
  const { t } = useLingui();
  const format = useFormat();
  const { states } = useImportWords();
  return useMemo(
    () => [
      { id: "file", header: t`File`, primary: true, cell: (row) => row.file_name },
      {
        id: "state",
        header: t`State`,
        width: 120,
        cell: (row) => <StatusDot tone={stateTones[row.state]}>{states[row.state]}</StatusDot>,
      },
      {
        id: "rows",
        header: t`Rows`,
        width: 90,
        align: "end",
        wideOnly: true,
        cell: (row) => format.number(row.total),
      },
      { id: "added", header: t`Added`, width: 90, align: "end", cell: (row) => format.number(row.created) },
      {
        id: "when",
        header: t`When`,
        width: 180,
        wideOnly: true,
        cell: (row) => <span title={format.dateTime(row.created_at)}>{format.age(row.created_at)}</span>,
      },
    ],
    [t, format, states],
  );
}
