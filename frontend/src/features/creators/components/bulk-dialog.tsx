import { Plural, useLingui } from "@lingui/react/macro";
import { Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Selection } from "../api";
import { ListChoice, OwnerChoice, StatusChoice, TagsChoice } from "./bulk-choices";
import { CampaignChoice } from "./campaign-choice";

export type BulkKind = "campaign" | "tags" | "list" | "owner" | "status";

export interface BulkChange {
  action: string;
  params: Record<string, unknown>;
}

interface BulkDialogProps {
  kind: BulkKind;
  count: number;
  selection: Selection;
  isPending: boolean;
  onChange: (change: BulkChange) => void;
  /** They are in a campaign now. */
  onAdded: () => void;
  onClose: () => void;
}

/** Asks the one thing a bulk change needs to know. */
export default function BulkDialog({
  kind,
  count,
  selection,
  isPending,
  onChange,
  onAdded,
  onClose,
}: BulkDialogProps) {
  const { t } = useLingui();
  const choice = { isPending, onChange, onClose };
  const [title, form]: [string, ReactNode] = {
    campaign: [
      t`Add to a campaign`,
      <CampaignChoice key="campaign" selection={selection} onAdded={onAdded} onClose={onClose} />,
    ] as [string, ReactNode],
    tags: [t`Add tags`, <TagsChoice key="tags" {...choice} />] as [string, ReactNode],
    list: [t`Add to a list`, <ListChoice key="list" {...choice} />] as [string, ReactNode],
    owner: [t`Set the owner`, <OwnerChoice key="owner" {...choice} />] as [string, ReactNode],
    status: [t`Set the status`, <StatusChoice key="status" {...choice} />] as [string, ReactNode],
  }[kind];
  return (
    <Modal opened onClose={onClose} title={title}>
      <Text c="dimmed" size="sm" mb="sm">
        <Plural value={count} one="# creator selected" other="# creators selected" />
      </Text>
      {form}
    </Modal>
  );
}
