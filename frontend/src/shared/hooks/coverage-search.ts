import * as v from "valibot";
import { searchChoice, searchId, searchText } from "./search-params";

/** What the address of a list of coverage holds; the same beside a campaign and alone. */
export const coverageSearch = v.object({
  q: searchText,
  campaign: searchId,
  order: searchChoice(["created", "-created", "published", "-published"]),
  piece: searchId,
  add: searchId,
});
