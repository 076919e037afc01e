import { describe, expect, it } from "vitest";
import { rank, search } from "./search";

describe("rank", () => {
  it.each([
    ["Créateurs", "crea", 0],
    ["Réglages : clés d’API", "cles", 1],
    ["Réglages : clés d’API", "api", 1],
    ["Retombées", "tomb", 2],
    ["Réglages : étapes du tableau", "tableau étapes", 1],
    ["Créateurs", "campagne", null],
    ["New campaign", "new camp", 0],
  ])("of %s for %s is %s", (title, text, expected) => {
    expect(rank(title, text)).toBe(expected);
  });
});

describe("search", () => {
  const entries = ["Retombées", "Créer un tableau", "Créateurs", "Tableau"].map((label) => ({ label }));
  const labels = (text: string) => search(entries, text).map(({ label }) => label);

  it("keeps everything in its order until something is typed", () => {
    expect(labels(" ")).toEqual(entries.map(({ label }) => label));
  });

  it("puts beginnings first, and keeps the order among equals", () => {
    expect(labels("cré")).toEqual(["Créer un tableau", "Créateurs"]);
    expect(labels("tab")).toEqual(["Tableau", "Créer un tableau"]);
    expect(labels("t")).toEqual(["Tableau", "Créer un tableau", "Retombées", "Créateurs"]);
  });
});
