import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Group, Loader, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { creatorSearchQuery } from "@/shared/api/creators";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { announce } from "@/shared/ui/announce";
import { FormError } from "@/shared/ui/form-error";
import { useAddCard } from "../api";
import type { BoardStage } from "../model";
import { AddByAddress } from "./add-by-address";
import { CreatorChoice } from "./creator-choice";
import classes from "./quick-add.module.css";

interface QuickAddProps {
  campaignId: number;
  stage: BoardStage;
  /** Whose cards they become. */
  owner?: { id: number; name: string };
  /** Creators on the board already. */
  present: ReadonlySet<number>;
  onClose: () => void;
}

const isAddress = (text: string) => /^(https?:\/\/|www\.)\S+\.\S+$/i.test(text.trim());

/** Adds creators to a stage: a few letters of a name, or the address of a blog or account. Stays open for the next. */
export function QuickAdd({ campaignId, stage, owner, present, onClose }: QuickAddProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const stageName = useStageName();
  const describe = useErrorText();
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const byAddress = isAddress(text);
  const search = useQuery({ ...creatorSearchQuery(slug, asked), enabled: !byAddress });
  const add = useAddCard(campaignId);
  const name = owner?.name ?? stageName(stage);
  const found = search.data?.results ?? [];
  const free = found.filter(({ id }) => !present.has(id));

  const bringIn = (creator: { id: number; name: string }) =>
    add.mutate(
      { creator: creator.id, stage: stage.id, owner: owner?.id },
      {
        onSuccess: () => {
          const who = creator.name;
          announce(t`${who} was added to ${name}.`);
          setText("");
        },
      },
    );
  return (
    <Modal opened onClose={onClose} title={t`Add to “${name}”`} centered={false}>
      <Stack gap="sm">
        <TextInput
          label={t`Name, or address of a blog or account`}
          placeholder="https://"
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = free;
            if (event.key === "Enter" && !byAddress && first && asked === text.trim()) bringIn(first);
          }}
          rightSection={search.isFetching ? <Loader size="xs" aria-label={t`Searching…`} /> : null}
        />
        {byAddress ? (
          <AddByAddress key={text.trim()} url={text.trim()} present={present} onAdd={bringIn} />
        ) : search.error && !search.data ? (
          <Alert color="red">{describe(search.error)}</Alert>
        ) : (
          <ul className={classes.list} aria-label={t`Creators`}>
            {found.map((creator) => (
              <CreatorChoice
                key={creator.id}
                creator={creator}
                isPresent={present.has(creator.id)}
                onAdd={() => bringIn(creator)}
              />
            ))}
          </ul>
        )}
        {!byAddress && search.data && found.length === 0 && (
          <Text c="dimmed">
            {t`No creator matches. Paste the address of their blog or account to add someone new.`}
          </Text>
        )}
        <FormError error={add.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t`Done`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
