import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconFileImport, IconLink, IconUsers } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { EmptyState } from "@/shared/ui/empty-state";
import { ButtonLink } from "@/shared/ui/links";
import { useToasts } from "@/shared/ui/toasts";
import { useLoadSample } from "../api";

/** The first screen of an empty workspace: three ways to fill it. */
export default function NoCreators({ onAdd }: { onAdd: () => void }) {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const navigate = useNavigate();
  const toasts = useToasts();
  const sample = useLoadSample();
  return (
    <EmptyState
      icon={IconUsers}
      title={t`No creators yet`}
      action={
        isAtLeast(role, "editor") && (
          <>
            <ButtonLink
              to="/w/$slug/creators/import"
              params={{ slug }}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t`Import a list`}
            </ButtonLink>
            <Button variant="default" leftSection={<IconLink size={16} aria-hidden />} onClick={onAdd}>
              {t`Paste an address`}
            </Button>
            <Button
              variant="subtle"
              loading={sample.isPending}
              onClick={() =>
                sample.mutate(undefined, {
                  onSuccess: (loaded) => void navigate({ to: "/w/$slug", params: { slug: loaded.slug } }),
                  onError: (error) => toasts.failed(t`The sample could not be loaded`, error),
                })
              }
            >
              {t`Load the sample`}
            </Button>
          </>
        )
      }
    >
      {t`Bring your spreadsheet as it is, or paste the address of a blog: name, networks and numbers are found for you.`}
    </EmptyState>
  );
}
