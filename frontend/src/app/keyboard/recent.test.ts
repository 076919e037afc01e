import { beforeEach, describe, expect, it } from "vitest";
import { forgetVisit, recentVisits, rememberVisit, visitAt } from "./recent";

beforeEach(() => localStorage.clear());

it.each([
  ["/w/atelier/creators/12", { kind: "creator", id: 12 }],
  ["/w/atelier/campaigns/3/brief", { kind: "campaign", id: 3 }],
  ["/w/atelier/creators", null],
  ["/w/atelier/creators/import", null],
  ["/w/atelier/settings/profile", null],
])("%s is about %o", (pathname, expected) => {
  expect(visitAt(pathname)).toEqual(expected);
});

describe("visits", () => {
  const visit = (id: number) => ({ kind: "creator" as const, id });

  it("are kept by workspace, the last one first, once each, six at most", () => {
    for (const id of [1, 2, 3, 1, 4, 5, 6, 7]) rememberVisit("atelier", visit(id));
    expect(recentVisits("atelier").map(({ id }) => id)).toEqual([7, 6, 5, 4, 1, 3]);
    expect(recentVisits("studio")).toEqual([]);
  });

  it("are forgotten when what they are about is gone", () => {
    rememberVisit("atelier", visit(1));
    rememberVisit("atelier", { kind: "campaign", id: 1 });
    forgetVisit("atelier", visit(1));
    expect(recentVisits("atelier")).toEqual([{ kind: "campaign", id: 1 }]);
  });

  it("survive whatever stands in the browser's memory", () => {
    localStorage.setItem("relais.recent.atelier", "creator:x user:3 campaign:2 :");
    expect(recentVisits("atelier")).toEqual([{ kind: "campaign", id: 2 }]);
  });
});
