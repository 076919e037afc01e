import { keepPreviousData } from "@tanstack/react-query";
import { api } from "./client";

/** Campaigns whose name holds the text; the newest few that are not archived. */
export const campaignSearchQuery = (slug: string, text: string) =>
  api.queryOptions(
    "get",
    "/api/v1/workspaces/{slug}/campaigns/",
    { params: { path: { slug }, query: { q: text || undefined, page_size: 5, order: "-created" } } },
    { placeholderData: keepPreviousData },
  );
