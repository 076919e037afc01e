import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconFilterOff, IconLayoutKanban, IconPlus } from "@tabler/icons-react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { EmptyState } from "@/shared/ui/empty-state";
import { ButtonLink } from "@/shared/ui/links";

export function BoardEmpty({ onAdd }: { onAdd?: () => void }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  return (
    <EmptyState
      icon={IconLayoutKanban}
      title={t`No creator in this campaign yet`}
      action={
        onAdd && (
          <>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
              {t`Add a creator`}
            </Button>
            <ButtonLink to="/w/$slug/creators" params={{ slug }} variant="default">
              {t`Choose from the list`}
            </ButtonLink>
          </>
        )
      }
    >
      {t`Each creator becomes a card. Move it from stage to stage as things happen, from the first contact to the publication.`}
    </EmptyState>
  );
}

export function BoardNothingMatches({ onClear }: { onClear: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t`No card matches these filters`}
      action={
        <Button variant="default" onClick={onClear}>
          {t`Clear the filters`}
        </Button>
      }
    />
  );
}
