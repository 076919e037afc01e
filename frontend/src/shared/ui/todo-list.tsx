import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Checkbox, Skeleton, Text } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  openPromisesQuery,
  openTasksQuery,
  type Todo,
  type TodoAbout,
  useAddTodo,
  useFinishTodo,
  useRemoveTodo,
} from "../api/todos";
import { useFormat } from "../format/use-format";
import { useWorkspace } from "../hooks/use-workspace";
import { useToasts } from "./toasts";
import { TodoForm } from "./todo-form";
import classes from "./todo-list.module.css";

const keyOf = ({ kind, id }: Todo) => `${kind}:${id}`;

/** What is to be done for somebody, and what we promised them: ticked off, corrected and added in place. */
export function TodoList({ about, mayEdit }: { about: TodoAbout; mayEdit: boolean }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const tasks = useQuery(openTasksQuery(slug, about)).data?.results;
  const promises = useQuery(openPromisesQuery(slug, about)).data?.results;
  const [editing, setEditing] = useState<string | null>(null);
  if (!tasks || !promises) return <Skeleton height={14} width="70%" />;
  const todos: Todo[] = [
    ...promises.map((promise) => ({ kind: "promise" as const, ...promise })),
    ...tasks.map((task) => ({ kind: "task" as const, ...task })),
  ].sort((a, b) => (a.due_on ?? "9").localeCompare(b.due_on ?? "9"));
  const close = () => setEditing(null);
  return (
    <>
      {todos.length === 0 && editing === null && (
        <Text c="dimmed" size="sm">
          {t`Nothing to do, nothing promised.`}
        </Text>
      )}
      {todos.length > 0 && (
        <ul className={classes.list}>
          {todos.map((todo) => (
            <li key={keyOf(todo)}>
              {editing === keyOf(todo) ? (
                <TodoForm todo={todo} onClose={close} />
              ) : (
                <TodoRow todo={todo} about={about} mayEdit={mayEdit} onEdit={() => setEditing(keyOf(todo))} />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit &&
        (editing === "new" ? (
          <TodoForm about={about} kinds={["promise", "task"]} onClose={close} />
        ) : (
          <Button
            variant="subtle"
            size="compact-sm"
            mt="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEditing("new")}
          >
            {t`Add a promise or a task`}
          </Button>
        ))}
    </>
  );
}

interface TodoRowProps {
  todo: Todo;
  about: TodoAbout;
  mayEdit: boolean;
  onEdit: () => void;
}

function TodoRow({ todo, about, mayEdit, onEdit }: TodoRowProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const finish = useFinishTodo();
  const remove = useRemoveTodo();
  const again = useAddTodo();
  const { kind, id, title, due_on, owner, owner_name } = todo;
  const isPromise = kind === "promise";
  const isLate = due_on !== null && due_on < format.today();
  // The row goes with what it speaks of: only promises still tell what came of it.
  const tick = () =>
    finish
      .mutateAsync({ kind, id, done: true })
      .then(() =>
        toasts.undoable(isPromise ? t`Promise kept: ${title}` : t`Task done: ${title}`, () =>
          finish
            .mutateAsync({ kind, id, done: false })
            .catch((error) => toasts.failed(t`“${title}” was not opened again`, error)),
        ),
      )
      .catch((error) => toasts.failed(t`“${title}” was not ticked off`, error));
  const drop = () =>
    remove
      .mutateAsync({ kind, id })
      .then(() =>
        toasts.undoable(t`Deleted: ${title}`, () =>
          again
            .mutateAsync({ kind, values: { ...about, title, due_on, owner } })
            .catch((error) => toasts.failed(t`“${title}” was not brought back`, error)),
        ),
      )
      .catch((error) => toasts.failed(t`“${title}” was not deleted`, error));
  const date = format.shortDate(due_on);
  const detail = [
    isPromise ? t`Promise` : t`Task`,
    due_on && (isLate ? t`Late, ${date}` : date),
    owner_name,
  ].filter(Boolean);
  return (
    <div className={classes.row}>
      {mayEdit && (
        <Checkbox
          size="xs"
          mt={3}
          aria-label={isPromise ? t`Kept: ${title}` : t`Done: ${title}`}
          checked={finish.isPending}
          disabled={finish.isPending}
          onChange={tick}
        />
      )}
      <div className={classes.what}>
        <span>{title}</span>
        <Text size="xs" c={isLate ? "var(--relais-bad)" : "dimmed"}>
          {detail.join(" · ")}
        </Text>
      </div>
      {mayEdit && (
        <span className={classes.acts}>
          <ActionIcon size="sm" aria-label={t`Correct: ${title}`} onClick={onEdit}>
            <IconPencil size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon size="sm" aria-label={t`Delete: ${title}`} loading={remove.isPending} onClick={drop}>
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
