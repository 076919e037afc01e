import type { Role } from "@/shared/api/me";

/** From the widest to the narrowest. */
export const roles: Role[] = ["owner", "manager", "editor", "viewer"];

/** Place of an item dropped above or below another one; the list closes up behind it first. */
export function positionAfterDrop(from: number, target: number, below: boolean): number {
  const place = below ? target + 1 : target;
  return from < place ? place - 1 : place;
}

/** Colours a stage may have, in the order they are offered. */
export const stageColours = [
  "gray",
  "red",
  "orange",
  "yellow",
  "lime",
  "green",
  "teal",
  "cyan",
  "blue",
  "grape",
  "pink",
] as const;
