import type { Role } from "@/shared/api/me";

/** From the widest to the narrowest. */
export const roles: Role[] = ["owner", "manager", "editor", "viewer"];
