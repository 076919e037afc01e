import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { shownColumns } from "./columns";
import {
  creatorsSearch,
  differs,
  type Filters,
  filtersOf,
  searchOf,
  searchOfView,
  withFilter,
  withTags,
  withValues,
} from "./model";

const read = (search: Record<string, unknown>) => filtersOf(v.parse(creatorsSearch, search));

describe("the address of the creators list", () => {
  it.each<[string, Record<string, unknown>, Filters]>([
    ["nothing", {}, {}],
    [
      "lists of values",
      { platform: "blog,youtube", country: "FR" },
      { platform: "blog,youtube", country: "FR" },
    ],
    ["one id reads as a number", { tags_any: 12, list: 3 }, { tags_any: "12", list: "3" }],
    [
      "amounts",
      { followers_min: 1000, engagement_max: 0.05 },
      { followers_min: "1000", engagement_max: "0.05" },
    ],
    ["a yes or no", { has_email: false }, { has_email: "false" }],
    ["days", { contacted_before: "2026-11-01" }, { contacted_before: "2026-11-01" }],
    [
      "what cannot be meant is left out",
      { followers_min: "many", contacted_after: "soon", has_email: "maybe" },
      {},
    ],
    ["unknown parameters are left out", { colour: "red" }, {}],
    ["a search for digits stays text", { q: 2026 }, { q: "2026" }],
  ])("%s", (_name, search, filters) => {
    expect(read(search)).toEqual(filters);
  });

  it("comes back from filters as it went", () => {
    const filters: Filters = {
      q: "0042",
      platform: "blog",
      tags_all: "7,9",
      owner: "me",
      followers_min: "1000",
      has_email: "true",
    };
    expect(read(searchOf(filters))).toEqual(filters);
    expect(searchOf(filters)).toMatchObject({ q: "0042", followers_min: 1000, has_email: true });
  });

  it("drops an order the server does not know", () => {
    expect(v.parse(creatorsSearch, { order: "-colour" }).order).toBeUndefined();
    expect(v.parse(creatorsSearch, { order: "-followers" }).order).toBe("-followers");
  });
});

describe("changing filters", () => {
  it("removes what was emptied", () => {
    expect(withFilter({ q: "lune", country: "FR" }, "q", "")).toEqual({ country: "FR" });
    expect(withValues({ platform: "blog" }, "platform", [])).toEqual({});
  });

  it("keeps tags either any or all", () => {
    expect(withTags({ tags_any: "1,2" }, ["1", "2"], true)).toEqual({ tags_all: "1,2" });
    expect(withTags({ tags_all: "1" }, ["1", "3"], false)).toEqual({ tags_any: "1,3" });
  });
});

describe("a saved view", () => {
  const view = { id: 4, query: { platform: "blog", order: "-followers", forgotten: "x" }, columns: [] };

  it("becomes an address, without what is no longer known", () => {
    expect(searchOfView(view)).toEqual({ platform: "blog", order: "-followers", view: 4 });
  });

  it.each<[boolean, Filters, "-followers" | "name"]>([
    [false, { platform: "blog" }, "-followers"],
    [true, { platform: "blog" }, "name"],
    [true, { platform: "blog", country: "FR" }, "-followers"],
    [true, {}, "-followers"],
  ])("is modified: %s", (modified, filters, order) => {
    expect(differs(view, filters, order, [])).toBe(modified);
  });

  it("brings its columns, and is modified by others", () => {
    const narrow = { ...view, columns: shownColumns(["tags"]) };
    expect(searchOfView(narrow).hide).toBe("tags");
    expect(differs(narrow, { platform: "blog" }, "-followers", ["tags"])).toBe(false);
    expect(differs(narrow, { platform: "blog" }, "-followers", [])).toBe(true);
  });
});
