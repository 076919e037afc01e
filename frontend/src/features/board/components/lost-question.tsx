import { Plural, useLingui } from "@lingui/react/macro";
import { Button, Dialog, Stack, Text } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { asOptions, useCampaignWords } from "@/shared/hooks/use-campaign-words";
import type { Card } from "../model";
import classes from "./board-card.module.css";
import { CardPopover } from "./card-popover";

interface LostQuestionProps {
  cards: readonly Card[];
  isPhone: boolean;
  onAnswer: (reason: Card["lost_reason"]) => void;
  onClose: () => void;
}

/** Why cards were lost: asked after the move, one click, may be ignored. */
export function LostQuestion({ cards, isPhone, onAnswer, onClose }: LostQuestionProps) {
  const { t } = useLingui();
  const { lostReasons } = useCampaignWords();
  const isOne = cards.length === 1;
  const name = cards[0]?.creator_name ?? "";
  const question = (
    <Stack gap="xs">
      <Text fw={550}>
        {isOne ? (
          t`Why did it end with ${name}?`
        ) : (
          <Plural
            value={cards.length}
            one="Why did it end with # creator?"
            other="Why did it end with # creators?"
          />
        )}
      </Text>
      <div className={classes.reasons}>
        {asOptions(lostReasons).map(({ value, label }) => (
          <Button
            key={value}
            size="compact-sm"
            variant="default"
            onClick={() => {
              onAnswer(value);
              onClose();
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
        {t`Answer later`}
      </Button>
    </Stack>
  );
  // On a phone the card has left the screen, and many cards have no one place: the question comes from below.
  if (isPhone || !isOne)
    return (
      <Dialog
        opened
        onClose={onClose}
        size={isPhone ? "calc(100vw - 32px)" : 360}
        position={{ bottom: isPhone ? 72 : 24, left: isPhone ? 16 : 232 }}
        withBorder
      >
        <FromBelow label={t`Why did it end?`} onClose={onClose}>
          {question}
        </FromBelow>
      </Dialog>
    );
  return (
    <CardPopover name={name} label={t`Why did it end with ${name}?`} width={300} onClose={onClose}>
      {question}
    </CardPopover>
  );
}

/** Takes the focus, which has nowhere else to be: the menu it came from is gone, and so are the cards. */
function FromBelow({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLFieldSetElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <fieldset
      ref={element}
      className={classes.below}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      {children}
    </fieldset>
  );
}
