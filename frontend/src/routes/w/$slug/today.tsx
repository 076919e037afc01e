import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import * as v from "valibot";
import { todayQuery } from "@/features/today/api";
import { TodayPage } from "@/features/today/components/today-page";
import { refreshParts } from "@/shared/api/pages";
import { searchChoice, searchFlag, searchId } from "@/shared/hooks/search-params";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { QuickDialogs } from "./-quick-dialogs";

const FirstChoices = lazy(() => import("@/features/account/components/first-steps"));

const search = v.object({
  owner: searchChoice(["all"]),
  kind: searchChoice(["task", "promise", "next_action", "parcel", "loan", "coverage", "stale", "refresh"]),
  add: searchFlag,
  quick: searchChoice(["coverage"]),
  card: searchId,
  sending: searchId,
});

export const Route = createFileRoute("/w/$slug/today")({
  validateSearch: search,
  loaderDeps: ({ search: { owner, kind } }) => ({ owner, kind }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(todayQuery(params.slug, deps.owner ?? "me", deps.kind));
  },
  component: TodayRoute,
});

function TodayRoute() {
  const { slug } = useWorkspace();
  const asked = Route.useSearch();
  const navigate = Route.useNavigate();
  const queryClient = useQueryClient();
  const change = (values: Partial<typeof asked>) =>
    void navigate({ search: (old) => ({ ...old, ...values }), replace: true });
  return (
    <>
      <TodayPage
        search={asked}
        onSearch={change}
        firstSteps={
          <Suspense fallback={null}>
            <FirstChoices slug={slug} />
          </Suspense>
        }
      />
      <QuickDialogs
        quick={asked.quick}
        cardId={asked.card}
        sendingId={asked.sending}
        onClose={() => {
          change({ quick: undefined, card: undefined, sending: undefined });
          void refreshParts(queryClient, "today");
        }}
      />
    </>
  );
}
