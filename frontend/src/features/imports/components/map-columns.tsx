import { Plural, useLingui } from "@lingui/react/macro";
import { Button, Checkbox, Group, Select, TagsInput, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "@/shared/api/client";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { MemberSelect } from "@/shared/ui/member-select";
import { useToasts } from "@/shared/ui/toasts";
import { type Import, useChangeImport, useImportStep } from "../api";
import { canRun, importable } from "../model";
import { Preview } from "./preview";

const base = "/api/v1/workspaces/{slug}";

/** What the columns hold, what is set on everybody, and the first rows as they would be understood. */
export function MapColumns({ draft }: { draft: Import }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const change = useChangeImport(draft.id);
  const step = useImportStep(draft.id);
  const all = { params: { path: { slug }, query: { page_size: 200 } } };
  const tags = useQuery(api.queryOptions("get", `${base}/tags/`, all)).data?.results.map(({ name }) => name);
  const lists = useQuery(api.queryOptions("get", `${base}/lists/`, all)).data?.results;
  const save = (body: Parameters<typeof change.mutate>[0]) =>
    change.mutate(body, { onError: (error) => toasts.failed(t`The choice was not saved`, error) });
  const { options } = draft;
  const rows = importable(draft);
  return (
    <>
      <Text c="dimmed">
        <Plural value={draft.total} one="# row" other="# rows" />
        {` · ${draft.file_name} · `}
        {t`Check what each column holds; what is wrong is marked in its cell and will be left out.`}
      </Text>
      <Preview draft={draft} isSaving={change.isPending} onMapping={(mapping) => save({ mapping })} />
      <Group align="flex-end" gap="md">
        <TagsInput
          label={t`Tags for everybody`}
          w={260}
          maxLength={60}
          data={tags ?? []}
          value={options.tags}
          onChange={(value) => save({ options: { tags: value } })}
        />
        <Select
          label={t`Put on the list`}
          w={200}
          clearable
          placeholder={t({ message: "None", context: "list" })}
          data={lists?.map(({ id, name }) => ({ value: String(id), label: name })) ?? []}
          value={options.list === null ? null : String(options.list)}
          onChange={(value) => save({ options: { list: value === null ? null : Number(value) } })}
        />
        <MemberSelect
          label={t`Owner`}
          w={200}
          value={options.owner}
          onChange={(owner) => save({ options: { owner } })}
        />
        <Checkbox
          mb={8}
          label={t`Complete those who are here already`}
          checked={options.update_existing}
          onChange={(event) => save({ options: { update_existing: event.currentTarget.checked } })}
        />
      </Group>
      <FormError error={step.error} />
      <Group gap="xs" justify="flex-end">
        <Button
          variant="default"
          loading={step.isPending && step.variables === "cancel"}
          onClick={() => step.mutate("cancel")}
        >
          {t`Put this file away`}
        </Button>
        <Button
          disabled={rows === 0 || !canRun(draft.mapping) || change.isPending}
          loading={step.isPending && step.variables === "run"}
          onClick={() => step.mutate("run")}
        >
          <Plural value={rows} one="Import # row" other="Import # rows" />
        </Button>
      </Group>
    </>
  );
}
