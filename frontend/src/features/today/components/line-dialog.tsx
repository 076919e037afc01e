import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Todo } from "@/shared/api/todos";
import { useFormat } from "@/shared/format/use-format";
import { DayInput } from "@/shared/ui/day-input";
import { TodoForm } from "@/shared/ui/todo-form";
import type { NextAction } from "../api";
import { daysAfter, type Line } from "../model";

export type LineForm =
  | { form: "new" }
  | { form: "plan" | "day" | "snooze" | "todo"; line: Line; name: string };

interface LineDialogProps {
  asked: LineForm;
  today: string;
  onPlan: (line: Line, next: NextAction) => void;
  onFinish: (line: Line, day: string) => void;
  onPutOff: (line: Line, day: string) => void;
  onClose: () => void;
}

/** Asks for the little that a line cannot know: what comes next, on which day, what exactly. */
export default function LineDialog({ asked, today, onPlan, onFinish, onPutOff, onClose }: LineDialogProps) {
  const { t } = useLingui();
  const titles: Record<LineForm["form"], string> = {
    new: t`Add a task`,
    todo: t`Correct`,
    plan: t`Next action`,
    day: t`On which day?`,
    snooze: t`Put off until`,
  };
  const tomorrow = daysAfter(today, 1);
  return (
    <Modal opened onClose={onClose} title={titles[asked.form]}>
      {asked.form === "new" ? (
        <TodoForm onClose={onClose} />
      ) : asked.form === "todo" ? (
        <TodoForm todo={todoOf(asked.line)} onClose={onClose} />
      ) : asked.form === "plan" ? (
        <PlanForm name={asked.name} today={today} onSave={(next) => onPlan(asked.line, next)} />
      ) : asked.form === "day" ? (
        <DayForm label={asked.name} initial={today} max={today} onSave={(day) => onFinish(asked.line, day)} />
      ) : (
        <DayForm
          label={asked.name}
          initial={tomorrow}
          min={tomorrow}
          onSave={(day) => onPutOff(asked.line, day)}
        />
      )}
    </Modal>
  );
}

function todoOf({ kind, subject, title, day, owner }: Line): Todo {
  return {
    kind: kind === "promise" ? "promise" : "task",
    id: Number(subject),
    title,
    due_on: day,
    owner: owner?.id ?? null,
    owner_name: owner?.name ?? null,
  };
}

function PlanForm({
  name,
  today,
  onSave,
}: {
  name: string;
  today: string;
  onSave: (next: NextAction) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [day, setDay] = useState<string | null>(daysAfter(today, 7));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onSave({ next_action: text.trim(), next_action_on: day });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t`What comes next`}
          description={name}
          placeholder={t`Ask for the address`}
          maxLength={300}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DayInput label={t`On`} value={day} onChange={setDay} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!text.trim()}>
            {t`Plan`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface DayFormProps {
  label: string;
  initial: string;
  min?: string;
  max?: string;
  onSave: (day: string) => void;
}

function DayForm({ label, initial, min, max, onSave }: DayFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const [day, setDay] = useState<string | null>(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) onSave(day);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <DayInput label={label} minDate={min} maxDate={max} data-autofocus value={day} onChange={setDay} />
        <Group justify="flex-end">
          <Button type="submit" disabled={!day}>
            {day ? format.longDate(day) : t`Choose a day`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
