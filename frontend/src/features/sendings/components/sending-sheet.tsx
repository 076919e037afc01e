import { useLingui } from "@lingui/react/macro";
import { Button, Drawer, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useReturnFocus } from "@/shared/hooks/use-return-focus";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { Avatar } from "@/shared/ui/avatar";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { SheetNav } from "@/shared/ui/sheet-nav";
import { useToasts } from "@/shared/ui/toasts";
import { type Sending, sendingQuery } from "../api";
import { SendingFacts } from "./sending-facts";
import { SendingForm } from "./sending-form";
import { StepButton } from "./step-button";
import { Stepper } from "./stepper";

interface SendingSheetProps {
  id: number;
  /** The sendings of the list behind, in its order. */
  ids: readonly number[];
  mayEdit: boolean;
  onOpen: (id: number) => void;
  onClose: () => void;
}

/** One sending beside the list: where it is, what is in it, where it goes; and all of it can be corrected. */
export default function SendingSheet({ id, ids, mayEdit, onOpen, onClose }: SendingSheetProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const [isEditing, setEditing] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  useReturnFocus();
  const stopEditing = () => {
    setEditing(false);
    requestAnimationFrame(() => editButton.current?.focus());
  };
  const { data: sending, error } = useQuery(sendingQuery(slug, id));
  const mayChange = mayEdit && sending !== undefined && sending.state !== "cancelled";
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      // What is being typed goes by its own buttons only.
      closeOnEscape={!isEditing}
      closeOnClickOutside={!isEditing}
      title={
        <Group gap="sm" wrap="nowrap">
          <SheetNav
            ids={ids}
            current={id}
            onOpen={onOpen}
            onEdit={mayChange && (() => setEditing(true))}
            disabled={isEditing}
          />
          {sending ? <Heading sending={sending} /> : t`Sending`}
        </Group>
      }
    >
      {error && !sending ? (
        <ErrorState error={error} />
      ) : !sending ? (
        <Stack>
          <Skeleton height={30} />
          <Skeleton height={120} />
          <Skeleton height={90} />
        </Stack>
      ) : isEditing ? (
        <SendingForm
          sending={sending}
          onCancel={stopEditing}
          onSaved={() => {
            stopEditing();
            toasts.done(t`Saved`);
          }}
        />
      ) : (
        <Stack gap="lg">
          <Group justify="space-between" gap="xs">
            <Stepper sending={sending} />
            {mayEdit && (
              <Group gap="xs">
                <StepButton sending={sending} />
                {mayChange && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    ref={editButton}
                    leftSection={<IconPencil size={14} aria-hidden />}
                    onClick={() => setEditing(true)}
                  >
                    {t`Edit`}
                  </Button>
                )}
              </Group>
            )}
          </Group>
          <SendingFacts sending={sending} mayEdit={mayEdit} />
        </Stack>
      )}
    </Drawer>
  );
}

function Heading({ sending: { creator, kind, campaign } }: { sending: Sending }) {
  const { slug } = useWorkspace();
  const { kinds } = useSendingWords();
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Avatar name={creator.name} platform={creator.main_platform} size={36} />
      <div>
        <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(creator.id) }} fw={600} c="inherit">
          {creator.name}
        </AnchorLink>
        <Text size="sm" c="dimmed">
          {kinds[kind]}
          {campaign && " · "}
          {campaign && (
            <AnchorLink
              to="/w/$slug/campaigns/$campaignId"
              params={{ slug, campaignId: campaign.id }}
              c="inherit"
              size="sm"
            >
              {campaign.name}
            </AnchorLink>
          )}
        </Text>
      </div>
    </Group>
  );
}
