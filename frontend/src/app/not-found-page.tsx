import { useLingui } from "@lingui/react/macro";
import { IconSearch } from "@tabler/icons-react";
import { useDocumentTitle } from "@/shared/hooks/use-document-title";
import { EmptyState } from "@/shared/ui/empty-state";
import { ButtonLink } from "@/shared/ui/links";
import { CenteredPage } from "./centered-page";

export function NotFoundPage() {
  const { t } = useLingui();
  const title = t`There is nothing here`;
  useDocumentTitle(title);
  return (
    <CenteredPage>
      <EmptyState
        icon={IconSearch}
        headingLevel={1}
        title={title}
        action={<ButtonLink to="/">{t`Back to the start`}</ButtonLink>}
      >
        {t`The address may be wrong, the item may have been deleted, or you may not have access to this workspace.`}
      </EmptyState>
    </CenteredPage>
  );
}
