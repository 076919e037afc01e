import { Plural, useLingui } from "@lingui/react/macro";
import { useToasts } from "@/shared/ui/toasts";
import { type Sending, type StepInput, useManyChanges, useManySteps } from "../api";
import { undoOf } from "../model";

/** The same step for many parcels; what was done can be taken back, what was refused is given back. */
export function useTakeMany() {
  const { t } = useLingui();
  const toasts = useToasts();
  const steps = useManySteps();
  const changes = useManyChanges();

  const takeMany = async (sendings: readonly Sending[], saidOf: (sending: Sending) => StepInput) => {
    const before = new Map(sendings.map((sending) => [sending.id, sending]));
    const { done, refused } = await steps.mutateAsync(
      sendings.map((sending) => ({ id: sending.id, ...saidOf(sending) })),
    );
    const undo = async () => {
      const back = done.flatMap(({ input, now }) => {
        const body = undoOf(input.step, before.get(input.id) ?? now);
        return body ? [{ known: now, body }] : [];
      });
      const { refused: stuck } = await changes.mutateAsync(back);
      if (stuck[0]) toasts.failed(t`Not everything could be taken back`, stuck[0].error);
    };
    if (done.length > 0)
      toasts.undoable(<Plural value={done.length} one="# parcel changed." other="# parcels changed." />, () =>
        undo().catch((error) => toasts.failed(t`This could not be undone`, error)),
      );
    return { done, refused: new Map(refused.map(({ input, error }) => [input.id, error])) };
  };
  return { takeMany, isPending: steps.isPending };
}
