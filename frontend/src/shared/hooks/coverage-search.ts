import * as v from "valibot";
import { searchChoice, searchDay, searchId, searchText } from "./search-params";

/** What the address of a list of coverage holds; the same beside a campaign and alone. */
export const coverageSearch = v.object({
  q: searchText,
  /** Several are written `blog,youtube`. */
  platform: searchText,
  kind: searchText,
  campaign: searchId,
  creator: searchId,
  sending: searchId,
  published_after: searchDay,
  published_before: searchDay,
  order: searchChoice(["created", "-created", "published", "-published"]),
  piece: searchId,
  add: searchId,
});
