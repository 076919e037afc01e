import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Group, Menu, Popover } from "@mantine/core";
import { IconCalendar, IconDots } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { Sending } from "../api";
import { type Step, stepsAhead } from "../model";
import { useSteps } from "./use-steps";
import { useVerbs } from "./use-verbs";

// Asked for by a click: what they are made of need not come with the list.
const SendDialog = lazy(() => import("./send-dialog"));
const ReturnDialog = lazy(() => import("./return-dialog"));
const StepDay = lazy(() => import("./step-day"));

type Asked = "day" | "send" | "return";

interface StepButtonProps {
  sending: Sending;
  /** Where there is no room for its name, the next step is the first line of the menu. */
  inMenuOnPhone?: boolean;
}

/** The next step of a parcel in one click, dated today; everything else that can be done with it in a menu. */
export function StepButton({ sending, inMenuOnPhone = false }: StepButtonProps) {
  const { t } = useLingui();
  const format = useFormat();
  const verbs = useVerbs();
  const { take, takeReturnBack, cancel, restore, failed, isPending } = useSteps();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { name } = sending.creator;
  const [next, ...later] = stepsAhead(sending);
  const close = () => setAsked(null);

  const go = (step: Step, on: string) => {
    close();
    if (step === "prepare" || step === "deliver") take(sending, { step, body: { on } }).catch(failed(name));
    else setAsked(step);
  };
  const isPlain = next === "prepare" || next === "deliver";
  const controls = (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      {next && (
        <Button
          size="compact-sm"
          variant="default"
          loading={isPending}
          aria-label={`${verbs[next]}, ${name}`}
          visibleFrom={inMenuOnPhone ? "sm" : undefined}
          onClick={() => go(next, format.today())}
        >
          {verbs[next]}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`More about the sending to ${name}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {next && inMenuOnPhone && (
            <Menu.Item hiddenFrom="sm" fw={550} onClick={() => go(next, format.today())}>
              {verbs[next]}
            </Menu.Item>
          )}
          {isPlain && (
            <Menu.Item leftSection={<IconCalendar size={14} aria-hidden />} onClick={() => setAsked("day")}>
              {t`On another day…`}
            </Menu.Item>
          )}
          {later.map((step) => (
            <Menu.Item key={step} onClick={() => go(step, format.today())}>
              {verbs[step]}
            </Menu.Item>
          ))}
          {sending.state === "cancelled" && (
            <Menu.Item onClick={() => restore(sending)}>{t`Restore`}</Menu.Item>
          )}
          {sending.state !== "cancelled" && sending.state !== "returned" && (
            <Menu.Item c="var(--relais-bad)" onClick={() => cancel(sending)}>
              {t`Cancel the sending`}
            </Menu.Item>
          )}
          {sending.state === "returned" && (
            <Menu.Item onClick={() => takeReturnBack(sending)}>{t`Take the return back`}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
  return (
    <>
      {/* Hung from both: on a phone the button is not there. */}
      <Popover
        opened={asked === "day"}
        onChange={close}
        position="bottom-end"
        withRoles={false}
        disabled={!isPlain}
      >
        <Popover.Target>{controls}</Popover.Target>
        <Popover.Dropdown role="dialog" aria-label={next && `${verbs[next]}, ${name}`}>
          <Suspense fallback={null}>
            {next && <StepDay verb={verbs[next]} onDay={(day) => go(next, day)} />}
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <Suspense fallback={null}>
        {asked === "send" && <SendDialog sending={sending} onClose={close} />}
        {asked === "return" && <ReturnDialog sending={sending} onClose={close} />}
      </Suspense>
    </>
  );
}
