import { useLingui } from "@lingui/react/macro";
import { Alert, Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink } from "@/shared/ui/links";
import { useRequestReset } from "../api";
import { AccountPage } from "./account-page";

export function PasswordForgotten() {
  const { t } = useLingui();
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "" } });
  const request = useRequestReset();
  return (
    <AccountPage
      title={t`Choose a new password`}
      lead={t`Enter the e-mail of your account. We send a link to choose a new password.`}
    >
      <form
        onSubmit={form.onSubmit(({ email }) =>
          request.mutate(email, { onError: (error) => form.setErrors(fieldErrors(error)) }),
        )}
      >
        <Stack>
          <TextInput
            label={t`E-mail`}
            type="email"
            autoComplete="username"
            required
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <FormError error={request.error} fields={["email"]} />
          {request.isSuccess ? (
            <Alert role="status">
              {t`If an account has this address, the link is on its way. Look in your junk mail too.`}
            </Alert>
          ) : (
            <Button type="submit" loading={request.isPending}>
              {t`Send the link`}
            </Button>
          )}
          <AnchorLink to="/sign-in" size="sm">
            {t`Back to sign-in`}
          </AnchorLink>
        </Stack>
      </form>
    </AccountPage>
  );
}
