import { useLingui } from "@lingui/react/macro";
import { useToasts } from "@/shared/ui/toasts";
import { type Sending, type StepInput, useCancelSending, useChangeSending, useStep } from "../api";
import { type Step, undoOf } from "../model";

/** What happens to one parcel: each step is done at once, says so, and can be taken back. */
export function useSteps() {
  const { t } = useLingui();
  const toasts = useToasts();
  const step = useStep();
  const change = useChangeSending();
  const cancelling = useCancelSending();

  const done: Record<Step, (name: string) => string> = {
    prepare: (name) => t`The parcel for ${name} is prepared.`,
    send: (name) => t`The parcel for ${name} is sent.`,
    deliver: (name) => t`The parcel for ${name} is delivered.`,
    return: (name) => t`The return from ${name} is noted.`,
  };
  const failed = (name: string) => (error: unknown) =>
    toasts.failed(t`The sending to ${name} was not changed`, error);

  /** Takes a step. Refusals are thrown to the caller, which shows them where the step was asked for. */
  const take = async (sending: Sending, said: StepInput) => {
    const { name } = sending.creator;
    const now = await step.mutateAsync({ id: sending.id, ...said });
    const undo = undoOf(said.step, sending);
    const message = done[said.step](name);
    if (!undo) toasts.done(message);
    // The row may be gone from its list by then: only promises still tell what came of it.
    else toasts.undoable(message, () => change.mutateAsync({ known: now, body: undo }).catch(failed(name)));
  };

  const takeReturnBack = (sending: Sending) =>
    change.mutateAsync({ known: sending, body: { returned_on: null } }).catch(failed(sending.creator.name));
  const restore = ({ id, creator }: Sending) =>
    cancelling.mutateAsync({ id, cancel: false }).catch(failed(creator.name));
  const cancel = (sending: Sending) => {
    const { name } = sending.creator;
    return cancelling
      .mutateAsync({ id: sending.id, cancel: true })
      .then(() => toasts.undoable(t`The sending to ${name} is cancelled.`, () => restore(sending)))
      .catch(failed(name));
  };
  return { take, takeReturnBack, cancel, restore, failed, isPending: step.isPending };
}
