import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { renderPiece } from "@/testing/render";
import { DayInput } from "./day-input";

const onSubmit = vi.fn<(day: string | null) => void>();
const onChange = vi.fn<(day: string | null) => void>();

function Form() {
  const [day, setDay] = useState<string | null>("2026-05-20");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(day);
      }}
    >
      <DayInput label="Day" value={day} onChange={setDay} minDate="2026-05-01" maxDate="2026-05-31" />
      <output>{day ?? "none"}</output>
      <button type="submit">Save</button>
      <button type="button" onClick={() => setDay("2026-05-02")}>
        Another record
      </button>
    </form>
  );
}

function Alone() {
  const [day, setDay] = useState<string | null>("2026-05-20");
  const change = (chosen: string | null) => {
    onChange(chosen);
    setDay(chosen);
  };
  return (
    <>
      <DayInput label="Day" value={day} onChange={change} />
      <button type="button">Elsewhere</button>
    </>
  );
}

const field = () => screen.getByRole("textbox", { name: "Day" });
const save = () => screen.getByRole("button", { name: "Save" });

async function write(text: string) {
  const user = userEvent.setup();
  await user.clear(field());
  await user.type(field(), text);
  return user;
}

it.each([
  ["31/02/2026", /^Write the day as 6 Nov \d{4}\.$/],
  ["nonsense", /^Write the day as 6 Nov \d{4}\.$/],
  ["1/6/2026", "The day must not be later than 31 May 2026."],
  ["30/4/26", "The day must not be earlier than 1 May 2026."],
])("keeps %s as typed, says why, and does not send it", async (text, reason) => {
  onSubmit.mockClear();
  renderPiece(<Form />);
  const user = await write(text);
  await user.click(save());
  expect(field()).toHaveValue(text);
  expect(field()).toBeInvalid();
  expect(screen.getByText(reason)).toBeVisible();
  expect(screen.getByRole("status")).toHaveTextContent("none");
  await user.type(field(), "{Enter}");
  expect(onSubmit).not.toHaveBeenCalled();

  await user.clear(field());
  await user.type(field(), "6 May 2026");
  expect(field()).toBeValid();
  await user.click(save());
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("2026-05-06");
});

it("says why when Enter is pressed in the field, and sends a short day that is right", async () => {
  onSubmit.mockClear();
  renderPiece(<Form />);
  const user = await write("nonsense{Enter}");
  expect(field()).toBeInvalid();
  await user.clear(field());
  await user.type(field(), "7/5/26{Enter}");
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("2026-05-07");
});

it("shows a day that is set from elsewhere", async () => {
  renderPiece(<Form />);
  const user = await write("nonsense");
  await user.click(screen.getByRole("button", { name: "Another record" }));
  expect(field()).toHaveValue("2 May 2026");
  expect(field()).toBeValid();
  await user.click(screen.getByRole("button", { name: "Clear", hidden: true }));
  expect(field()).toHaveValue("");
  expect(field()).toBeValid();
  onSubmit.mockClear();
  await user.click(save());
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith(null);
});

it("keeps the last day where a change is saved at once, and saves a day only when it is whole", async () => {
  onChange.mockClear();
  renderPiece(<Alone />);
  const user = userEvent.setup();
  await user.tripleClick(field());
  await user.keyboard("31/02/2026");
  await user.click(screen.getByRole("button", { name: "Elsewhere" }));
  expect(field()).toBeInvalid();
  expect(onChange).not.toHaveBeenCalled();

  await user.tripleClick(field());
  await user.keyboard("6/11/26");
  expect(onChange).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Elsewhere" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith("2026-11-06");
  expect(field()).toHaveValue("6 Nov 2026");
});
