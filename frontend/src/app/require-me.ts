import type { QueryClient } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { ApiError } from "@/shared/api/errors";
import { type Me, meQuery } from "@/shared/api/me";
import { activateLocale, i18n } from "@/shared/i18n/i18n";

/** The signed-in person, in their language; else the sign-in page, which leads back to `target`. */
export async function requireMe(queryClient: QueryClient, target: string): Promise<Me> {
  try {
    const me = await queryClient.ensureQueryData(meQuery());
    if (i18n.locale !== me.language && i18n.locale !== "pseudo-en") await activateLocale(me.language);
    return me;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401)
      throw redirect({ to: "/sign-in", search: { to: target } });
    throw error;
  }
}
