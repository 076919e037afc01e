import { expect, it } from "vitest";
import { pieceBody, valuesOfDraft } from "./model";

const draft = {
  url: "https://lesmots.example/article?utm_source=x",
  canonical_url: "https://lesmots.example/article",
  platform: "blog",
  kind: "article",
  title: "Trois semaines avec la Barista One",
  author: "Aïcha Benali",
  site_name: "Les mots",
  language: "fr",
  image_url: "",
  published_on: "2026-11-12",
  creators: [],
  participations: [],
  sendings: [],
  already_recorded: [],
  warning: null,
} as const;

it("records the address without its tracking, and nobody who was not recognised", () => {
  const values = valuesOfDraft({
    ...draft,
    creators: [],
    participations: [],
    sendings: [],
    already_recorded: [],
  });
  expect(values).toMatchObject({
    url: "https://lesmots.example/article",
    creator: null,
    participation: null,
    sending: null,
  });
  expect(pieceBody(values)).toBeNull();
  expect(pieceBody({ ...values, creator: { id: 4, name: "Aïcha" }, participation: "9" })).toMatchObject({
    creator: 4,
    participation: 9,
    sending: null,
    title: draft.title,
  });
});
