import { I18nProvider } from "@lingui/react";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18n } from "@/shared/i18n/i18n";
import { listen } from "../../commands/listen";
import { registry } from "../../commands/registry";
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

function table(props: Partial<DataTableProps<Person>>) {
  return (
    <DataTable
      label="People"
      columns={columns}
      rows={people}
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      empty={<p>{"Nobody yet"}</p>}
      {...props}
    />
  );
}

function renderInApp(node: ReactNode) {
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider>{node}</MantineProvider>
    </I18nProvider>,
  );
}

const show = (props: Partial<DataTableProps<Person>>) => renderInApp(table(props));

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

describe("by keys", () => {
  let stop: () => void;
  beforeEach(() => {
    stop = listen({ registry, onPending: () => {}, isMac: false });
  });
  afterEach(() => stop());

  /** Keeps what is selected, as a screen does. */
  function Selectable(props: Partial<DataTableProps<Person>>) {
    const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
    return table({ selected, onSelect: setSelected, ...props });
  }
  const focusedRow = () => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex");
  const ticked = () =>
    screen.getAllByRole("checkbox", { checked: true }).map((box) => box.getAttribute("aria-label"));

  it.each([
    ["jj", "3"],
    ["{ArrowDown}{ArrowDown}{ArrowUp}", "2"],
    ["{End}", "5"],
    ["{End}j", "5"],
    ["{End}{Home}", "2"],
    ["k", "2"],
  ])("%s leads to row %s", async (keys, expected) => {
    renderInApp(<Selectable />);
    await userEvent.keyboard(keys);
    expect(focusedRow()).toBe(expected);
  });

  it("x selects, shift and x up to there, shift and an arrow one more, Escape none", async () => {
    renderInApp(<Selectable />);
    await userEvent.keyboard("jx");
    expect(ticked()).toEqual(["Select Ana"]);
    await userEvent.keyboard("jj{Shift>}x{/Shift}");
    expect(ticked()).toEqual(["Select Ana", "Select Bo", "Select Cy"]);
    await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(ticked()).toEqual(["Select all rows shown", "Select Ana", "Select Bo", "Select Cy", "Select Di"]);
    expect(focusedRow()).toBe("5");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryAllByRole("checkbox", { checked: true })).toEqual([]);
  });

  it("Ctrl and A selects all rows, then all that match", async () => {
    const onSelectAll = vi.fn();
    renderInApp(<Selectable onSelectAll={onSelectAll} />);
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(ticked()).toHaveLength(5);
    expect(onSelectAll).not.toHaveBeenCalled();
    await userEvent.keyboard("{Control>}a{/Control}");
    expect(onSelectAll).toHaveBeenCalledOnce();
  });

  it("leaves the arrows to what has the focus outside the table", async () => {
    renderInApp(
      <>
        <button type="button">{"Elsewhere"}</button>
        <Selectable />
      </>,
    );
    screen.getByRole("button", { name: "Elsewhere" }).focus();
    await userEvent.keyboard("{ArrowDown}x");
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
    expect(screen.queryAllByRole("checkbox", { checked: true })).toEqual([]);
  });
});
