import { useLingui } from "@lingui/react/macro";
import { Button, Group, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery } from "../api/me";
import {
  type Todo,
  type TodoAbout,
  type TodoKind,
  type TodoValues,
  useAddTodo,
  useChangeTodo,
} from "../api/todos";
import { useFormat } from "../format/use-format";
import { fieldErrors } from "../hooks/field-errors";
import { DayInput } from "./day-input";
import { FormError } from "./form-error";
import { MemberSelect } from "./member-select";

interface TodoFormProps {
  /** What is corrected; without it a new one is written. */
  todo?: Todo;
  about?: TodoAbout;
  /** What it may be; the first one unless chosen. */
  kinds?: readonly TodoKind[];
  onClose: () => void;
}

/** One line to write down: what, for when, by whom. A promise needs somebody it was made to. */
export function TodoForm({ todo, about, kinds = ["task"], onClose }: TodoFormProps) {
  const { t } = useLingui();
  const format = useFormat();
  const me = useQuery(meQuery()).data?.id ?? null;
  const [kind, setKind] = useState<TodoKind>(todo?.kind ?? kinds[0] ?? "task");
  const form = useForm<TodoValues>({
    initialValues: {
      title: todo?.title ?? "",
      due_on: todo ? todo.due_on : format.today(),
      owner: todo ? todo.owner : me,
    },
    validate: { title: (title) => (title.trim() ? null : t`Say what is to be done.`) },
  });
  const add = useAddTodo();
  const change = useChangeTodo();
  const saving = todo ? change : add;
  const submit = form.onSubmit((values) => {
    const body = { ...values, title: values.title.trim() };
    const done = { onSuccess: onClose, onError: (error: Error) => form.setErrors(fieldErrors(error)) };
    if (todo) change.mutate({ kind, id: todo.id, change: body }, done);
    else add.mutate({ kind, values: { ...about, ...body } }, done);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="xs">
        {!todo && kinds.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t`What it is`}
            value={kind}
            onChange={(value) => setKind(value as TodoKind)}
            data={[
              { value: "promise", label: t`Promise` },
              { value: "task", label: t`Task` },
            ]}
          />
        )}
        <TextInput
          label={kind === "promise" ? t`What we promised` : t`What is to be done`}
          required
          maxLength={300}
          data-autofocus
          autoFocus
          {...form.getInputProps("title")}
        />
        <Group gap="xs" grow align="flex-start">
          <DayInput label={t`For when`} {...form.getInputProps("due_on")} />
          <MemberSelect label={t`Who does it`} {...form.getInputProps("owner")} />
        </Group>
        <FormError error={saving.error} fields={["title", "due_on", "owner"]} />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button type="submit" size="compact-md" loading={saving.isPending}>
            {todo ? t`Save` : t`Write down`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
