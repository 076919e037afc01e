import { useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useFormat } from "@/shared/format/use-format";
import { useLookalikeReasons } from "@/shared/hooks/use-lookalike-reasons";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";
import type { Draft } from "../api";

/** Who may be the same person, so that nobody is written twice. */
export function Duplicates({ duplicates }: { duplicates: Draft["duplicates"] }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const reasons = useLookalikeReasons();
  if (duplicates.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconCopyCheck size={18} aria-hidden />} title={t`You may know them already`}>
      {duplicates.map(({ creator, reasons: why }) => (
        <div key={creator.id}>
          <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(creator.id) }} size="sm" fw={550}>
            {creator.name}
          </AnchorLink>
          {` · ${format.list(why.map((reason) => reasons[reason]))}`}
        </div>
      ))}
    </Alert>
  );
}
