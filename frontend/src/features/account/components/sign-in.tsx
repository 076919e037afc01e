import { useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink } from "@/shared/ui/links";
import { useSignIn } from "../api";
import { AccountPage } from "./account-page";

/** @param target path to open once signed in. */
export function SignIn({ target }: { target: string }) {
  const { t } = useLingui();
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "", password: "" } });
  const signIn = useSignIn(target);
  return (
    <AccountPage title={t`Sign in`}>
      <form onSubmit={form.onSubmit((credentials) => signIn.mutate(credentials))}>
        <Stack>
          <TextInput
            label={t`E-mail`}
            type="email"
            autoComplete="username"
            required
            autoFocus
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t`Password`}
            autoComplete="current-password"
            required
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <FormError error={signIn.error} />
          <Button type="submit" loading={signIn.isPending}>
            {t`Sign in`}
          </Button>
          <AnchorLink to="/password/forgotten" size="sm">
            {t`Forgotten your password?`}
          </AnchorLink>
        </Stack>
      </form>
    </AccountPage>
  );
}
