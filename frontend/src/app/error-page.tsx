import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { isApiError } from "@/shared/api/errors";
import { ErrorState } from "@/shared/ui/error-state";
import { CenteredPage } from "./centered-page";
import { NotFoundPage } from "./not-found-page";

/** What a screen becomes when it could not be loaded or drawn. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);

  if (isApiError(error) && error.status === 404) return <NotFoundPage />;
  return (
    <CenteredPage>
      <ErrorState
        error={error}
        action={<Button onClick={() => void router.invalidate()}>{t`Try again`}</Button>}
      />
    </CenteredPage>
  );
}
