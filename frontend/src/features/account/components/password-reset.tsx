import { useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink, ButtonLink } from "@/shared/ui/links";
import { useResetPassword } from "../api";
import { AccountPage } from "./account-page";

/** @param resetKey the secret part of the link that was mailed. */
export function PasswordReset({ resetKey }: { resetKey: string }) {
  const { t } = useLingui();
  const form = useForm({ mode: "uncontrolled", initialValues: { password: "" } });
  const reset = useResetPassword();
  return (
    <AccountPage title={t`Choose a new password`}>
      {reset.isSuccess ? (
        <Stack>
          <Alert role="status">{t`Your new password is set.`}</Alert>
          <ButtonLink to="/sign-in">{t`Sign in`}</ButtonLink>
        </Stack>
      ) : (
        <form
          onSubmit={form.onSubmit(({ password }) =>
            reset.mutate(
              { key: resetKey, password },
              { onError: (error) => form.setErrors(fieldErrors(error)) },
            ),
          )}
        >
          <Stack>
            <PasswordInput
              label={t`New password`}
              autoComplete="new-password"
              required
              minLength={10}
              key={form.key("password")}
              {...form.getInputProps("password")}
            />
            <FormError error={reset.error} fields={["password"]} />
            <Button type="submit" loading={reset.isPending}>
              {t`Set the password`}
            </Button>
            <AnchorLink to="/password/forgotten" size="sm">
              {t`Ask for another link`}
            </AnchorLink>
          </Stack>
        </form>
      )}
    </AccountPage>
  );
}
