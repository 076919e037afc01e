import * as v from "valibot";

/** What an address may hold. Anything unreadable counts as absent: an old link never breaks a screen. */
export const searchText = v.fallback(
  v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  undefined,
);
export const searchId = v.fallback(v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), undefined);
export const searchDay = v.fallback(v.optional(v.pipe(v.string(), v.isoDate())), undefined);
export const searchFlag = v.fallback(v.optional(v.boolean()), undefined);

export const searchChoice = <const Values extends readonly string[]>(values: Values) =>
  v.fallback(v.optional(v.picklist(values)), undefined);

/** A quick act beside the page: sending a product, recording a publication. */
export const searchQuick = searchChoice(["send", "coverage"]);
