import { useLingui } from "@lingui/react/macro";
import { Button, Dialog, Popover, Stack, Text } from "@mantine/core";
import { asOptions, useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { useToasts } from "@/shared/ui/toasts";
import { useChangeCard } from "../api";
import type { Card } from "../model";
import classes from "./board-card.module.css";

interface LostQuestionProps {
  campaignId: number;
  card: Card;
  /** On a phone the card has left the screen: the question comes from below. */
  isPhone: boolean;
  onClose: () => void;
}

/** Why the card was lost: asked after the move, one click, may be ignored. */
export function LostQuestion({ campaignId, card, isPhone, onClose }: LostQuestionProps) {
  const { t } = useLingui();
  const toasts = useToasts();
  const { lostReasons } = useCampaignWords();
  const change = useChangeCard(campaignId);
  const name = card.creator_name;
  const answer = (lost_reason: Card["lost_reason"]) => {
    change.mutate(
      { id: card.id, change: { lost_reason } },
      { onError: (error) => toasts.failed(t`The reason was not saved for ${name}`, error) },
    );
    onClose();
  };
  const question = (
    <Stack gap="xs">
      <Text fw={550}>{t`Why did it end with ${name}?`}</Text>
      <div className={classes.reasons}>
        {asOptions(lostReasons).map(({ value, label }) => (
          <Button key={value} size="compact-sm" variant="default" onClick={() => answer(value)}>
            {label}
          </Button>
        ))}
      </div>
      <Button variant="subtle" color="gray" size="compact-sm" onClick={onClose}>
        {t`Answer later`}
      </Button>
    </Stack>
  );
  if (isPhone)
    return (
      <Dialog
        opened
        onClose={onClose}
        size="calc(100vw - 32px)"
        position={{ bottom: 72, left: 16 }}
        withBorder
      >
        {question}
      </Dialog>
    );
  return (
    <Popover
      opened
      onClose={onClose}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus={false}
      hideDetached={false}
    >
      <Popover.Target>
        <button type="button" className={classes.menu} aria-label={t`Move ${name} to…`} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Why did it end with ${name}?`}>{question}</Popover.Dropdown>
    </Popover>
  );
}
