import { expect, it } from "vitest";
import { offerUndo, undoLatest } from "./undo";

it("takes back the newest first, each once, and none that was withdrawn", () => {
  const undone: string[] = [];
  const [first, second, third] = ["first", "second", "third"].map((name) =>
    offerUndo(() => undone.push(name)),
  );
  second?.();
  expect([undoLatest(), undoLatest(), undoLatest()]).toEqual([true, true, false]);
  expect(undone).toEqual(["third", "first"]);
  first?.();
  third?.();
  expect(undoLatest()).toBe(false);
});
