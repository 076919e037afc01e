import { useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { ApiError } from "../api/errors";
import { useErrorText } from "../hooks/use-error-text";
import { EmptyState } from "./empty-state";

/** Something failed: says what, and offers the way on. */
export function ErrorState({ error, action }: { error: unknown; action?: ReactNode }) {
  const { t } = useLingui();
  const describe = useErrorText();
  const reference = error instanceof ApiError ? error.correlationId : undefined;
  return (
    <div role="alert">
      <EmptyState icon={IconAlertTriangle} title={t`This could not be loaded`} action={action}>
        {describe(error)}
        {reference && (
          <Text component="span" display="block" size="xs" mt={4}>
            {t`Reference: ${reference}`}
          </Text>
        )}
      </EmptyState>
    </div>
  );
}
