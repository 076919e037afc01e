import { useLingui } from "@lingui/react/macro";
import { Button, Group, Select, Stack, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useCreatorWords } from "@/shared/hooks/use-creator-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { FormError } from "@/shared/ui/form-error";
import { MemberSelect } from "@/shared/ui/member-select";
import { listsQuery, tagsQuery, useMakeList } from "../api";
import type { BulkChange } from "./bulk-dialog";

interface ChoiceProps {
  isPending: boolean;
  onChange: (change: BulkChange) => void;
  onClose: () => void;
}

export function TagsChoice({ isPending, onChange, onClose }: ChoiceProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const known = useQuery(tagsQuery(slug)).data?.results.map(({ name }) => name);
  const [tags, setTags] = useState<string[]>([]);
  return (
    <Choice
      {...{ isPending, onClose }}
      isReady={tags.length > 0}
      action={t`Add`}
      onSubmit={() => onChange({ action: "add_tags", params: { tags } })}
    >
      <TagsInput
        label={t`Tags`}
        description={t`Enter after each; new ones are made.`}
        data={known ?? []}
        maxLength={60}
        maxTags={20}
        value={tags}
        onChange={setTags}
        data-autofocus
      />
    </Choice>
  );
}

const newList = "new";

export function ListChoice({ isPending, onChange, onClose }: ChoiceProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const lists = useQuery(listsQuery(slug)).data?.results ?? [];
  const make = useMakeList();
  const [list, setList] = useState<string | null>(null);
  const [text, setText] = useState("");
  const name = text.trim();
  const isNew = name !== "" && !lists.some((known) => known.name.toLowerCase() === name.toLowerCase());
  const add = (id: number) => onChange({ action: "add_to_list", params: { list: id } });
  return (
    <Choice
      {...{ onClose }}
      isPending={isPending || make.isPending}
      isReady={list !== null}
      action={t`Add`}
      onSubmit={() =>
        list === newList ? make.mutate(name, { onSuccess: ({ id }) => add(id) }) : add(Number(list))
      }
    >
      <Select
        label={t`List`}
        placeholder={t`Choose, or type a new name`}
        searchable
        data={[
          ...lists.map(({ id, name: label }) => ({ value: String(id), label })),
          ...(isNew ? [{ value: newList, label: t`New list: ${name}` }] : []),
        ]}
        filter={({ options, search }) =>
          options.filter(
            (option) =>
              "value" in option &&
              (option.value === newList || option.label.toLowerCase().includes(search.trim().toLowerCase())),
          )
        }
        searchValue={list === newList ? undefined : text}
        onSearchChange={(next) => list !== newList && setText(next)}
        value={list}
        onChange={setList}
        data-autofocus
      />
      <FormError error={make.error} />
    </Choice>
  );
}

export function OwnerChoice({ isPending, onChange, onClose }: ChoiceProps) {
  const { t } = useLingui();
  const [owner, setOwner] = useState<number | null>(null);
  return (
    <Choice
      {...{ isPending, onClose }}
      isReady
      action={owner === null ? t`Leave to nobody` : t`Set`}
      onSubmit={() => onChange({ action: "set_owner", params: { owner } })}
    >
      <MemberSelect label={t`Owner`} value={owner} onChange={setOwner} data-autofocus />
    </Choice>
  );
}

export function StatusChoice({ isPending, onChange, onClose }: ChoiceProps) {
  const { t } = useLingui();
  const { statuses } = useCreatorWords();
  const [status, setStatus] = useState<string | null>(null);
  return (
    <Choice
      {...{ isPending, onClose }}
      isReady={status !== null}
      action={t`Set`}
      onSubmit={() => onChange({ action: "set_status", params: { status } })}
    >
      <Select
        label={t`Status`}
        description={t`Set by hand, it stays: events no longer change it.`}
        data={Object.entries(statuses).map(([value, label]) => ({ value, label }))}
        value={status}
        onChange={setStatus}
        data-autofocus
      />
    </Choice>
  );
}

interface FrameProps {
  isReady: boolean;
  isPending: boolean;
  /** The verb on the button. */
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function Choice({ isReady, isPending, action, onSubmit, onClose, children }: FrameProps) {
  const { t } = useLingui();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSubmit();
      }}
    >
      <Stack>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
