/** A page somebody was on. Only ids are kept in the browser: names come from the server, as long as it knows them. */
export interface Visit {
  kind: "creator" | "campaign";
  id: number;
}

const kept = 6;
const storageKey = (slug: string) => `relais.recent.${slug}`;

/** The creator or campaign an address is about. */
export function visitAt(pathname: string): Visit | null {
  const [, kind, id] = /^\/w\/[^/]+\/(creator|campaign)s\/(\d+)/.exec(pathname) ?? [];
  return kind && id ? { kind: kind as Visit["kind"], id: Number(id) } : null;
}

export function recentVisits(slug: string): Visit[] {
  const lines = localStorage.getItem(storageKey(slug))?.split(" ") ?? [];
  return lines.flatMap((line) => {
    const [kind, id] = line.split(":");
    return (kind === "creator" || kind === "campaign") && Number(id) > 0 ? [{ kind, id: Number(id) }] : [];
  });
}

function keep(slug: string, visits: readonly Visit[]): void {
  localStorage.setItem(storageKey(slug), visits.map(({ kind, id }) => `${kind}:${id}`).join(" "));
}

const others = (slug: string, { kind, id }: Visit) =>
  recentVisits(slug).filter((visit) => visit.kind !== kind || visit.id !== id);

export function rememberVisit(slug: string, visit: Visit): void {
  keep(slug, [visit, ...others(slug, visit)].slice(0, kept));
}

/** It is no longer there. */
export function forgetVisit(slug: string, visit: Visit): void {
  keep(slug, others(slug, visit));
}
