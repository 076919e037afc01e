import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { i18n } from "@/shared/i18n/i18n";
import { DataTable } from "./data-table";
import type { DataColumn, DataTableProps } from "./model";

interface Person {
  id: number;
  name: string;
  followers: number;
}

const people = ["Ana", "Bo", "Cy", "Di"].map((name, index) => ({
  id: index + 1,
  name,
  followers: index * 10,
}));
const columns: DataColumn<Person>[] = [
  { id: "name", header: "Name", primary: true, orderBy: "name", cell: (row) => row.name },
  { id: "followers", header: "Followers", align: "end", orderBy: "followers", cell: (row) => row.followers },
];

function show(props: Partial<DataTableProps<Person>>) {
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider>
        <DataTable
          label="People"
          columns={columns}
          rows={people}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          empty={<p>{"Nobody yet"}</p>}
          {...props}
        />
      </MantineProvider>
    </I18nProvider>,
  );
}

it("orders by the server, biggest numbers first", async () => {
  const onOrder = vi.fn();
  show({ order: "name", onOrder });
  expect(screen.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await userEvent.click(screen.getByRole("button", { name: "Followers" }));
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(onOrder.mock.calls).toEqual([["-followers"], ["-name"]]);
});

it("selects a range with shift", async () => {
  const user = userEvent.setup();
  let selected: ReadonlySet<number> = new Set([1]);
  const onSelect = vi.fn((next: Set<number>) => {
    selected = next;
  });
  show({ selected, onSelect });
  await user.click(screen.getByRole("checkbox", { name: "Select Bo" }));
  await user.keyboard("{Shift>}");
  await user.click(screen.getByRole("checkbox", { name: "Select Di" }));
  await user.keyboard("{/Shift}");
  expect([...selected]).toEqual([1, 2, 3, 4]);
});

it.each([
  { state: "loading", props: { rows: undefined }, text: "Loading" },
  { state: "empty", props: { rows: [] }, text: "Nobody yet" },
  {
    state: "emptied by filters",
    props: { rows: [], isFiltered: true },
    text: "Nothing matches these filters",
  },
  { state: "failed", props: { rows: undefined, error: new Error("no") }, text: "This could not be loaded" },
  { state: "old rows while a refresh fails", props: { error: new Error("no") }, text: "Ana" },
])("shows a list that is $state", ({ props, text }) => {
  show(props);
  expect(screen.getByText(text)).toBeInTheDocument();
});
