import type { QueryClient } from "@tanstack/react-query";
import { queryOptions } from "@tanstack/react-query";
import { client } from "@/shared/api/client";
import { refreshParts } from "@/shared/api/pages";
import type { Kind, Line, TodayRead } from "./model";

const base = "/api/v1/workspaces/{slug}";
const path = `${base}/today/` as const;
const fiveMinutes = 300_000;

/** What waits for me, or for everybody; of one kind more lines than of all together. */
export const todayQuery = (slug: string, owner: "me" | "all", kind?: Kind) =>
  queryOptions({
    queryKey: ["today", path, slug, owner, kind ?? "all"] as const,
    queryFn: async ({ signal }): Promise<TodayRead> => {
      const askedAt = performance.now();
      const query = kind ? { owner, kind } : { owner };
      const { data } = await client.GET(path, { params: { path: { slug }, query }, signal });
      return { ...(data as Omit<TodayRead, "askedAt">), askedAt };
    },
    // The screen stays open all morning, and colleagues work too.
    refetchInterval: fiveMinutes,
  });

/** Everything a line can be about is out of date once it was dealt with. */
export const refreshAfterAct = (queryClient: QueryClient) =>
  refreshParts(
    queryClient,
    "today",
    "tasks",
    "promises",
    "participations",
    "campaigns",
    "sendings",
    "products",
    "refresh-runs",
    "creators",
  );

/** How to take back what was done. */
export type TakeBack = () => Promise<unknown>;

const one = (slug: string, id: number | string) => ({ params: { path: { slug, id: Number(id) } } });

const conditional = (slug: string, id: number, version: number) => ({
  params: { path: { slug, id }, header: { "If-Match": `"${version}"` } },
});

export interface NextAction {
  next_action: string;
  next_action_on: string | null;
}

/** Writes the next action of a card on top of the version that was read. */
export async function plan(
  slug: string,
  line: Line & { participation: number; version: number },
  next: NextAction,
): Promise<TakeBack> {
  const address = `${base}/participations/{id}/` as const;
  const id = line.participation;
  const before =
    line.kind === "next_action"
      ? { next_action: line.title, next_action_on: line.day }
      : { next_action: line.kind === "stale" ? line.title : "", next_action_on: null };
  const { data } = await client.PATCH(address, { ...conditional(slug, id, line.version), body: next });
  const version = data?.version ?? line.version + 1;
  return () => client.PATCH(address, { ...conditional(slug, id, version), body: before });
}

/** Corrects a day of a parcel, as it was answered. */
function correctSending(slug: string, id: number, version: number, body: Record<string, null>) {
  return client.PATCH(`${base}/sendings/{id}/`, { ...conditional(slug, id, version), body });
}

/**
 * Does what the line asks for.
 *
 * @param on the day of a delivery or a return; today unless told.
 */
export async function finish(slug: string, line: Line, on?: string): Promise<TakeBack> {
  const { kind, subject } = line;
  const it = one(slug, subject);
  const dated = { ...it, body: on ? { on } : {} };
  switch (kind) {
    case "task":
      await client.POST(`${base}/tasks/{id}/done/`, it);
      return () => client.POST(`${base}/tasks/{id}/undone/`, it);
    case "promise":
      await client.POST(`${base}/promises/{id}/keep/`, it);
      return () => client.POST(`${base}/promises/{id}/reopen/`, it);
    case "parcel": {
      const { data } = await client.POST(`${base}/sendings/{id}/deliver/`, dated);
      return () => correctSending(slug, Number(subject), data?.version ?? 0, { delivered_on: null });
    }
    case "loan": {
      const { data } = await client.POST(`${base}/sendings/{id}/return/`, dated);
      return () => correctSending(slug, Number(subject), data?.version ?? 0, { returned_on: null });
    }
    case "refresh": {
      const ids = line.failure?.ids ?? [];
      const { data } = await client.POST(`${base}/channels/refresh/`, {
        params: { path: { slug } },
        body: { ids },
      });
      return () => client.POST(`${base}/refresh-runs/{id}/cancel/`, one(slug, data?.id ?? 0));
    }
    default:
      return plan(slug, line as Line & { participation: number; version: number }, {
        next_action: "",
        next_action_on: null,
      });
  }
}

/** Leaves a line until a day: by its own day where it has one, else for everybody. */
export async function putOff(slug: string, line: Line, until: string): Promise<TakeBack> {
  const { kind, subject, day } = line;
  const it = one(slug, subject);
  switch (kind) {
    case "task":
      await client.PATCH(`${base}/tasks/{id}/`, { ...it, body: { due_on: until } });
      return () => client.PATCH(`${base}/tasks/{id}/`, { ...it, body: { due_on: day } });
    case "promise":
      await client.PATCH(`${base}/promises/{id}/`, { ...it, body: { due_on: until } });
      return () => client.PATCH(`${base}/promises/{id}/`, { ...it, body: { due_on: day } });
    case "next_action":
      return plan(slug, line as Line & { participation: number; version: number }, {
        next_action: line.title,
        next_action_on: until,
      });
    default: {
      const { data } = await client.POST(`${base}/snoozes/`, {
        params: { path: { slug } },
        body: { kind, subject, until_on: until },
      });
      return () => client.DELETE(`${base}/snoozes/{id}/`, one(slug, data?.id ?? 0));
    }
  }
}
