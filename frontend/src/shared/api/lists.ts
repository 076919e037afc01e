import { api } from "./client";

const base = "/api/v1/workspaces/{slug}";
/** Short lists that many screens choose from: one page holds them. */
const wholeList = (slug: string) => ({ params: { path: { slug }, query: { page_size: 200 } } });

export const brandsQuery = (slug: string) => api.queryOptions("get", `${base}/brands/`, wholeList(slug));
export const membersQuery = (slug: string) => api.queryOptions("get", `${base}/members/`, wholeList(slug));
export const stagesQuery = (slug: string) =>
  api.queryOptions("get", `${base}/stages/`, {
    params: { path: { slug }, query: { page_size: 200, order: "position" } },
  });

/** Campaigns one can choose: those not archived, newest first. */
export const openCampaignsQuery = (slug: string) =>
  api.queryOptions("get", `${base}/campaigns/`, {
    params: { path: { slug }, query: { page_size: 200, order: "-created" } },
  });
