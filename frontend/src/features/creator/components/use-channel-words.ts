import { useLingui } from "@lingui/react/macro";
import type { Channel } from "../api";

/** How the numbers of a channel are come by, and what keeps them from coming. */
export function useChannelWords() {
  const { t } = useLingui();
  const states: Record<Channel["state"], string> = {
    new: t({ message: "New", context: "state of a channel" }),
    fresh: t({ message: "Up to date", context: "state of a channel" }),
    stale: t({ message: "Out of date", context: "state of a channel" }),
    blocked: t({ message: "Blocked", context: "state of a channel" }),
    gone: t({ message: "Gone", context: "state of a channel" }),
  };
  const sources: Record<string, string> = {
    api: t`official API`,
    open_api: t`public API`,
    feed: t`feed`,
    page: t`public page`,
    sitemap: t`site map`,
    hand: t`typed by hand`,
  };
  const formulas: Record<string, string> = {
    er_followers_v1: t`(mean likes + mean comments of the last 12 posts) ÷ followers, version 1`,
  };
  const failures: Record<string, string> = {
    unreachable: t`The site did not answer.`,
    server_failed: t`The site answered with an error of its own.`,
    rate_limited: t`The site asks for patience; Relais tries again by itself.`,
    blocked: t`The site refuses automatic reading.`,
    robots_disallowed: t`Blocked by robots.txt.`,
    login_required: t`Shown only to people signed in there.`,
    key_required: t`Needs a key of the platform’s official API.`,
    manual_only: t`Not read automatically on this platform: type the numbers, or import them.`,
    not_found: t`Nothing exists at this address any more.`,
    gone: t`The site says that this was removed for good.`,
    private: t`This account is not public.`,
    too_large: t`The page is too large to be read.`,
    malformed: t`The answer makes no sense as a page or a feed.`,
    layout_drift: t`The page has changed its layout; the numbers were not found.`,
  };
  return {
    states,
    source: (via: string) => sources[via] ?? via,
    formula: (name: string) => (name ? (formulas[name] ?? name) : null),
    failure: (code: string) => failures[code] ?? t`The page could not be read.`,
  };
}
