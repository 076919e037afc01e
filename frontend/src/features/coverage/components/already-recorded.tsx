import { useLingui } from "@lingui/react/macro";
import { Alert, Group } from "@mantine/core";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";

/** The publication is there already: leads to it. */
export function AlreadyRecorded({ pieces }: { pieces: readonly number[] }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  return (
    <Alert color="yellow" role="alert">
      <Group gap="xs">
        {t`This publication is recorded already.`}
        {pieces.map((piece) => (
          <AnchorLink
            key={piece}
            to="/w/$slug/coverage"
            params={{ slug }}
            search={{ piece }}
            c="inherit"
            underline="always"
          >
            {t`Open it`}
          </AnchorLink>
        ))}
      </Group>
    </Alert>
  );
}
