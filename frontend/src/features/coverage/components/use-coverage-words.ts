import { useLingui } from "@lingui/react/macro";
import type { Schemas } from "@/shared/api/schemas";
import type { Counter } from "../model";

/** Kinds of publications and their numbers in the reader's words. */
export function useCoverageWords() {
  const { t } = useLingui();
  const kinds: Record<Schemas["CoverageKind"], string> = {
    article: t`Article`,
    post: t`Post`,
    video: t`Video`,
    story: t`Story`,
    review: t`Review`,
    round_up: t`Round-up`,
    other: t({ message: "Other", context: "kind of publication" }),
  };
  const numbers: Record<Counter, string> = {
    views: t`Views`,
    likes: t`Likes`,
    comments: t`Comments`,
    shares: t`Shares`,
    clicks: t`Clicks`,
  };
  return { kinds, numbers };
}
