import { Tooltip } from "@mantine/core";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import type { Sending } from "../api";
import { stepsOf } from "../model";
import classes from "./sendings.module.css";

interface StepperProps {
  sending: Sending;
  /** Where there is no room for the marks, the word says it. */
  wordOnPhone?: boolean;
}

/** How far a parcel is: one mark per step, and the word of the last one. */
export function Stepper({ sending, wordOnPhone = false }: StepperProps) {
  const { states } = useSendingWords();
  const steps = stepsOf(sending);
  return (
    <Tooltip label={steps.map(({ state }) => states[state]).join(" → ")}>
      <span
        className={classes.stepper}
        data-raised
        data-short={wordOnPhone || undefined}
        data-cancelled={sending.state === "cancelled" || undefined}
      >
        {steps.map(({ state, isDone }) => (
          <span key={state} className={classes.step} data-done={isDone || undefined} />
        ))}
        <span className={classes.word}>{states[sending.state]}</span>
      </span>
    </Tooltip>
  );
}
