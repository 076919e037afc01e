import { useLingui } from "@lingui/react/macro";
import { ApiError } from "../api/errors";

/** One sentence a person can act on, for any error. The server's own words win: it knows what was wrong. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useLingui();
  return (error) => {
    if (!(error instanceof ApiError))
      return t`Something went wrong in this page. Reload it; if it happens again, tell your administrator.`;
    if (error.isOffline) return t`The server did not answer. Check your connection and try again.`;
    if (error.status >= 500)
      return t`The server met an error. Try again in a moment; if it happens again, give the reference to your administrator.`;
    if (error.message !== error.code) return error.message;
    if (error.status === 403) return t`Your role does not allow this.`;
    if (error.status === 404) return t`This item no longer exists, or you may not see it.`;
    if (error.status === 429) return t`Too many attempts. Wait a minute and try again.`;
    const { code } = error;
    return t`The request was refused (${code}).`;
  };
}
