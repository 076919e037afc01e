import { beforeEach, describe, expect, it } from "vitest";
import { hiddenColumns, hiddenInView, keepHidden, shownColumns } from "./columns";

beforeEach(() => localStorage.clear());

describe("the columns of the creators list", () => {
  it("are all shown until somebody chooses", () => {
    expect(hiddenColumns("atelier", undefined)).toEqual([]);
  });

  it("stay as they were left, in one workspace", () => {
    keepHidden("atelier", ["tags", "country"]);
    expect(hiddenColumns("atelier", undefined)).toEqual(["country", "tags"]);
    expect(hiddenColumns("studio", undefined)).toEqual([]);
  });

  it("follow the address before the memory, also when it hides nothing", () => {
    keepHidden("atelier", ["tags"]);
    expect(hiddenColumns("atelier", "tier,shoe_size")).toEqual(["tier"]);
    expect(hiddenColumns("atelier", keepHidden("studio", []))).toEqual([]);
  });

  it("come back from a view as they were saved", () => {
    const hide = hiddenInView({ columns: shownColumns(["owner", "tier"]) });
    expect(hiddenColumns("atelier", hide)).toEqual(["owner", "tier"]);
    expect(hiddenInView({ columns: shownColumns([]) })).toBe("none");
    expect(hiddenInView({ columns: [] })).toBeUndefined();
  });
});
