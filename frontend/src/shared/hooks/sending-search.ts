import * as v from "valibot";
import { searchChoice, searchFlag, searchId, searchQuick, searchText } from "./search-params";

/** What the address of a list of sendings holds; the same beside a campaign and alone. */
export const sendingSearch = v.object({
  q: searchText,
  state: v.fallback(
    v.optional(v.array(v.picklist(["draft", "prepared", "sent", "delivered", "returned", "cancelled"]))),
    undefined,
  ),
  kind: searchChoice(["gift", "loan"]),
  campaign: searchId,
  creator: searchId,
  product: searchId,
  late: searchFlag,
  order: searchChoice(["created", "-created", "sent", "-sent", "due_back", "-due_back"]),
  add: searchId,
  sending: searchId,
  quick: searchQuick,
});
