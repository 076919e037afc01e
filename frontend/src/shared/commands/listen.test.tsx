import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Keys } from "./keys";
import { continuations, listen } from "./listen";
import { type Runs, registry } from "./registry";
import { useCommands } from "./use-commands";

let stop: () => void;
let pending: (Keys | null)[] = [];
beforeEach(() => {
  pending = [];
  stop = listen({ registry, onPending: (keys) => pending.push(keys), isMac: false });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function Screen({ runs, isModal }: { runs: Runs; isModal?: boolean }) {
  useCommands(runs, isModal);
  return null;
}

it("gives a command by its key, and keeps the browser from acting on it", () => {
  const run = vi.fn();
  render(<Screen runs={{ "card.move": run }} />);
  expect(fireEvent.keyDown(document.body, { key: "m" })).toBe(false);
  expect(run).toHaveBeenCalledOnce();
});

it("leaves a key alone that has nothing to do", () => {
  render(<Screen runs={{ "row.open": () => false }} />);
  expect(fireEvent.keyDown(document.body, { key: "Enter" })).toBe(true);
  expect(fireEvent.keyDown(document.body, { key: "z" })).toBe(true);
});

it("forgets the commands of a screen that is gone", () => {
  const run = vi.fn();
  const { unmount } = render(<Screen runs={{ "card.move": run }} />);
  unmount();
  fireEvent.keyDown(document.body, { key: "m" });
  expect(run).not.toHaveBeenCalled();
});

it("does what the last render meant", () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const { rerender } = render(<Screen runs={{ "card.move": first }} />);
  rerender(<Screen runs={{ "card.move": second }} />);
  fireEvent.keyDown(document.body, { key: "m" });
  rerender(<Screen runs={{ "card.move": false }} />);
  fireEvent.keyDown(document.body, { key: "m" });
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});

describe("while typing", () => {
  it.each([
    ["a text field", <input key="field" data-testid="field" />],
    ["a search field", <input key="field" type="search" data-testid="field" />],
    ["a date field", <input key="field" type="date" data-testid="field" />],
    ["a text area", <textarea key="field" data-testid="field" />],
    ["a choice", <select key="field" data-testid="field" />],
    ["text that can be edited", <div key="field" contentEditable data-testid="field" />],
    [
      "a part of text that can be edited",
      <div key="field" contentEditable suppressContentEditableWarning>
        <b data-testid="field">{"bold"}</b>
      </div>,
    ],
    [
      "a choice drawn by us",
      <button
        key="field"
        type="button"
        role="combobox"
        aria-expanded={false}
        aria-controls="choices"
        data-testid="field"
      />,
    ],
  ])("in %s no letter is a command", (_what, field) => {
    const [move, help, palette] = [vi.fn(), vi.fn(), vi.fn()];
    render(
      <>
        <Screen runs={{ "card.move": move, help, palette }} />
        {field}
      </>,
    );
    const target = screen.getByTestId("field");
    fireEvent.keyDown(target, { key: "m" });
    fireEvent.keyDown(target, { key: "?", shiftKey: true });
    expect([move.mock.calls.length, help.mock.calls.length]).toEqual([0, 0]);
    // Ctrl+K writes nothing.
    fireEvent.keyDown(target, { key: "k", ctrlKey: true });
    expect(palette).toHaveBeenCalledOnce();
  });

  it("a box to tick is no field to type in", () => {
    const run = vi.fn();
    render(
      <>
        <Screen runs={{ "row.select": run }} />
        <input type="checkbox" />
      </>,
    );
    fireEvent.keyDown(screen.getByRole("checkbox"), { key: "x" });
    expect(run).toHaveBeenCalledOnce();
  });

  it("a word being composed is left alone, the palette included", () => {
    const run = vi.fn();
    render(<Screen runs={{ "card.move": run, palette: run }} />);
    fireEvent.keyDown(document.body, { key: "m", isComposing: true });
    fireEvent.keyDown(document.body, { key: "k", ctrlKey: true, isComposing: true });
    fireEvent.keyDown(document.body, { key: "m", keyCode: 229 });
    fireEvent.keyDown(document.body, { key: "Process", keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
  });

  it("a key that somebody else took is theirs", () => {
    const run = vi.fn();
    render(
      <>
        <Screen runs={{ "card.down": run }} />
        <button type="button" onKeyDown={(event) => event.preventDefault()} />
      </>,
    );
    fireEvent.keyDown(screen.getByRole("button"), { key: "ArrowDown" });
    expect(run).not.toHaveBeenCalled();
  });
});

describe("sequences", () => {
  it("go by two keys, with a word on what comes next", async () => {
    const run = vi.fn();
    render(<Screen runs={{ "go.creators": run, "go.sendings": () => {} }} />);
    await userEvent.keyboard("gc");
    expect(run).toHaveBeenCalledOnce();
    expect(pending).toEqual(["g", null]);
    expect(continuations(registry.active(false), "g")).toEqual([
      { id: "go.creators", key: "c" },
      { id: "go.sendings", key: "s" },
    ]);
  });

  it.each([
    ["another key", () => fireEvent.keyDown(document.body, { key: "z" })],
    ["Escape", () => fireEvent.keyDown(document.body, { key: "Escape" })],
    ["a click", () => fireEvent.pointerDown(document.body)],
    ["time", () => vi.advanceTimersByTime(2_000)],
  ])("are given up by %s", (_what, giveUp) => {
    vi.useFakeTimers();
    const run = vi.fn();
    render(<Screen runs={{ "go.creators": run }} />);
    fireEvent.keyDown(document.body, { key: "g" });
    giveUp();
    fireEvent.keyDown(document.body, { key: "c" });
    expect(run).not.toHaveBeenCalled();
    expect(pending.slice(0, 2)).toEqual(["g", null]);
  });

  it("wait through Shift: the comma of some layouts needs it", () => {
    const run = vi.fn();
    render(<Screen runs={{ "go.settings": run }} />);
    fireEvent.keyDown(document.body, { key: "g" });
    fireEvent.keyDown(document.body, { key: "Shift", shiftKey: true });
    fireEvent.keyDown(document.body, { key: ",", shiftKey: true });
    expect(run).toHaveBeenCalledOnce();
  });
});

describe("what is open on top", () => {
  const dialog = (
    <div role="dialog" aria-modal="true">
      <button type="button">{"inside"}</button>
    </div>
  );

  it("a dialog keeps the page's commands back, and has its own", () => {
    const [page, own] = [vi.fn(), vi.fn()];
    render(
      <>
        <Screen runs={{ "row.next": page, palette: page }} />
        <Screen runs={{ "sheet.next": own }} isModal />
        {dialog}
      </>,
    );
    fireEvent.keyDown(screen.getByRole("button"), { key: "j" });
    fireEvent.keyDown(screen.getByRole("button"), { key: "k", ctrlKey: true });
    expect([page.mock.calls.length, own.mock.calls.length]).toEqual([0, 1]);
  });

  it("a second dialog keeps those of the first one back", () => {
    const own = vi.fn();
    render(
      <>
        <Screen runs={{ "sheet.next": own }} isModal />
        <div role="dialog" aria-modal="true" />
        {dialog}
      </>,
    );
    fireEvent.keyDown(screen.getByRole("button"), { key: "j" });
    expect(own).not.toHaveBeenCalled();
  });

  it.each(["menu", "listbox", "dialog"])("a %s has keys of its own", (role) => {
    const run = vi.fn();
    render(
      <>
        <Screen runs={{ "card.move": run }} />
        <div role={role}>
          <button type="button">{"inside"}</button>
        </div>
      </>,
    );
    fireEvent.keyDown(screen.getByRole("button"), { key: "m" });
    expect(run).not.toHaveBeenCalled();
  });
});

it("happens once while a letter is held down, and again and again for arrows", () => {
  const [select, down] = [vi.fn(), vi.fn()];
  render(<Screen runs={{ "card.select": select, "card.down": down }} />);
  for (const repeat of [false, true, true]) {
    fireEvent.keyDown(document.body, { key: "x", repeat });
    fireEvent.keyDown(document.body, { key: "ArrowDown", repeat });
  }
  expect([select.mock.calls.length, down.mock.calls.length]).toEqual([1, 3]);
});

describe("two active commands", () => {
  // React tells of an error before it throws it on.
  beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));

  it.each([
    ["on one key", { "row.select": () => {} }, { "card.select": () => {} }, 'on "x"'],
    ["of one name", { "list.search": () => {} }, { "list.search": () => {} }, "list.search twice"],
  ] as [string, Runs, Runs, string][])("%s are refused", (_what, one, other, said) => {
    expect(() =>
      render(
        <>
          <Screen runs={one} />
          <Screen runs={other} />
        </>,
      ),
    ).toThrow(said);
  });

  it("on one key are fine in a dialog and behind it", () => {
    render(
      <>
        <Screen runs={{ "row.next": () => {} }} />
        <Screen runs={{ "sheet.next": () => {} }} isModal />
      </>,
    );
    expect(registry.conflicts()).toEqual([]);
  });
});
