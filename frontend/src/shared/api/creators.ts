import { keepPreviousData } from "@tanstack/react-query";
import { api } from "./client";

const base = "/api/v1/workspaces/{slug}/creators/";

/** Creators whose name, handle, blog or domain holds the text; the first few. */
export const creatorSearchQuery = (slug: string, text: string) =>
  api.queryOptions(
    "get",
    base,
    { params: { path: { slug }, query: { q: text || undefined, page_size: 8, order: "name" } } },
    { placeholderData: keepPreviousData },
  );

export const creatorQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}{id}/`, { params: { path: { slug, id } } });

/** What became of the parcels of a creator so far. */
export const creatorRecordQuery = (slug: string, creator: number) =>
  api.queryOptions("get", "/api/v1/workspaces/{slug}/coverage/summary/", {
    params: { path: { slug }, query: { creator } },
  });
