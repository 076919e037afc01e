import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWorkspace } from "../hooks/use-workspace";
import { api, client } from "./client";
import { refreshParts } from "./pages";

const base = "/api/v1/workspaces/{slug}";

/** A task is something to do; a promise is something we told a creator we would do. */
export type TodoKind = "task" | "promise";

/** Whom or what it is about. */
export interface TodoAbout {
  creator?: number;
  participation?: number;
}

export interface Todo {
  kind: TodoKind;
  id: number;
  title: string;
  due_on: string | null;
  owner: number | null;
  owner_name: string | null;
}

export interface TodoValues {
  title: string;
  due_on: string | null;
  owner: number | null;
}

const open = (slug: string, about: TodoAbout) => ({
  params: { path: { slug }, query: { ...about, open: true, page_size: 100, order: "due_on" as const } },
});

export const openTasksQuery = (slug: string, about: TodoAbout) =>
  api.queryOptions("get", `${base}/tasks/`, open(slug, about));

export const openPromisesQuery = (slug: string, about: TodoAbout) =>
  api.queryOptions("get", `${base}/promises/`, open(slug, about));

function useTodoChange<Input, Output>(change: (slug: string, input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    // The history of the person tells it too.
    onSettled: () => refreshParts(queryClient, "tasks", "promises", "today", "creators"),
  });
}

export const useAddTodo = () =>
  useTodoChange(async (slug, { kind, values }: { kind: TodoKind; values: TodoValues & TodoAbout }) => {
    const init = { params: { path: { slug } }, body: values };
    if (kind === "task") await client.POST(`${base}/tasks/`, init);
    else await client.POST(`${base}/promises/`, init);
  });

export const useChangeTodo = () =>
  useTodoChange(
    async (slug, { kind, id, change }: { kind: TodoKind; id: number; change: Partial<TodoValues> }) => {
      const init = { params: { path: { slug, id } }, body: change };
      if (kind === "task") await client.PATCH(`${base}/tasks/{id}/`, init);
      else await client.PATCH(`${base}/promises/{id}/`, init);
    },
  );

/** Done or kept, and back. */
export const useFinishTodo = () =>
  useTodoChange(async (slug, { kind, id, done }: { kind: TodoKind; id: number; done: boolean }) => {
    const init = { params: { path: { slug, id } } };
    if (kind === "task") await client.POST(`${base}/tasks/{id}/${done ? "done" : "undone"}/`, init);
    else await client.POST(`${base}/promises/{id}/${done ? "keep" : "reopen"}/`, init);
  });

export const useRemoveTodo = () =>
  useTodoChange(async (slug, { kind, id }: { kind: TodoKind; id: number }) => {
    const init = { params: { path: { slug, id } } };
    if (kind === "task") await client.DELETE(`${base}/tasks/{id}/`, init);
    else await client.DELETE(`${base}/promises/{id}/`, init);
  });
