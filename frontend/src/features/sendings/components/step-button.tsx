import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Menu, Popover, Stack } from "@mantine/core";
import { IconCalendar, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { DayInput } from "@/shared/ui/day-input";
import { useToasts } from "@/shared/ui/toasts";
import { type Sending, useCancelSending, useStep } from "../api";
import { nextStep, type Step } from "../model";

/** The next step of a parcel in one click, dated today; another day, and cancelling, beside it. */
export function StepButton({ sending }: { sending: Sending }) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const step = useStep();
  const cancel = useCancelSending();
  const [isDating, setDating] = useState(false);
  const [day, setDay] = useState<string | null>(format.today());
  const next = nextStep(sending);
  const name = sending.creator.name;
  const verbs: Record<Step, string> = {
    prepare: t`Mark prepared`,
    send: t`Mark sent`,
    deliver: t`Mark delivered`,
    return: t`Mark returned`,
  };
  const failed = (error: Error) => toasts.failed(t`The sending to ${name} was not changed`, error);
  const go = (on: string) => {
    if (!next) return;
    setDating(false);
    step.mutate({ id: sending.id, step: next, on }, { onError: failed });
  };
  const restore = () => cancel.mutate({ id: sending.id, cancel: false }, { onError: failed });
  const drop = () =>
    cancel.mutate(
      { id: sending.id, cancel: true },
      {
        onSuccess: () => toasts.undoable(t`The sending to ${name} is cancelled.`, restore),
        onError: failed,
      },
    );
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {next && (
        <Popover opened={isDating} onChange={setDating} position="bottom-end" trapFocus>
          <Popover.Target>
            <Button
              size="compact-sm"
              variant="default"
              loading={step.isPending}
              aria-label={`${verbs[next]}, ${name}`}
              onClick={() => go(format.today())}
            >
              {verbs[next]}
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              <DayInput label={t`On`} value={day} onChange={setDay} maxDate={format.today()} />
              <Button size="compact-sm" disabled={!day} onClick={() => day && go(day)}>
                {verbs[next]}
              </Button>
            </Stack>
          </Popover.Dropdown>
        </Popover>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`More about the sending to ${name}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {next && (
            <Menu.Item leftSection={<IconCalendar size={14} aria-hidden />} onClick={() => setDating(true)}>
              {t`On another day…`}
            </Menu.Item>
          )}
          {sending.state === "cancelled" ? (
            <Menu.Item onClick={restore}>{t`Restore`}</Menu.Item>
          ) : (
            <Menu.Item color="red" onClick={drop}>
              {t`Cancel the sending`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
