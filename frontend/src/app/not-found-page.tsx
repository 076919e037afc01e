import { useLingui } from "@lingui/react/macro";
import { IconSearch } from "@tabler/icons-react";
import { EmptyState } from "@/shared/ui/empty-state";
import { ButtonLink } from "@/shared/ui/links";
import { CenteredPage } from "./centered-page";

export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <CenteredPage>
      <EmptyState
        icon={IconSearch}
        headingLevel={1}
        title={t`There is nothing here`}
        action={<ButtonLink to="/">{t`Back to the start`}</ButtonLink>}
      >
        {t`The address may be wrong, the item may have been deleted, or you may not have access to this workspace.`}
      </EmptyState>
    </CenteredPage>
  );
}
