import { useLingui } from "@lingui/react/macro";
import { Alert, Button, PasswordInput, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { isApiError } from "@/shared/api/errors";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { useRoleNames } from "@/shared/hooks/use-role-names";
import { isLanguage } from "@/shared/i18n/languages";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink, ButtonLink } from "@/shared/ui/links";
import { invitationQuery, useAcceptInvitation } from "../api";
import { AccountPage } from "./account-page";

/** What someone sees who opens an invitation link. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useLingui();
  const describe = useErrorText();
  const roles = useRoleNames();
  const invitation = useQuery(invitationQuery(token));

  if (invitation.error) {
    return (
      <AccountPage title={t`This invitation cannot be used`}>
        <Stack>
          <Alert color="red" role="alert">
            {isApiError(invitation.error) && invitation.error.status === 404
              ? t`The link is wrong, was already used, or is too old. Ask for a new one.`
              : describe(invitation.error)}
          </Alert>
          <ButtonLink to="/" variant="default">
            {t`Back to the start`}
          </ButtonLink>
        </Stack>
      </AccountPage>
    );
  }
  if (!invitation.data) {
    return (
      <AccountPage title={t`Invitation`}>
        <Skeleton height={160} />
      </AccountPage>
    );
  }
  const { workspace, invited_by, role, email, signed_in_as } = invitation.data;
  const roleName = roles[role];
  return (
    <AccountPage title={t`Join ${workspace}`} lead={t`${invited_by} invites you. Your role: ${roleName}.`}>
      {signed_in_as ? (
        <JoinAsMe token={token} name={signed_in_as} />
      ) : (
        <JoinAnew token={token} email={email} />
      )}
    </AccountPage>
  );
}

function JoinAsMe({ token, name }: { token: string; name: string }) {
  const { t } = useLingui();
  const { accept, isPending, error } = useJoin(token);
  return (
    <Stack>
      <Text>{t`You are signed in as ${name}.`}</Text>
      <FormError error={error} />
      <Button loading={isPending} onClick={() => accept()}>
        {t`Join`}
      </Button>
    </Stack>
  );
}

function JoinAnew({ token, email }: { token: string; email: string }) {
  const { t, i18n } = useLingui();
  const form = useForm({ initialValues: { name: "", email, password: "" } });
  const { accept, isPending, error } = useJoin(token);
  const language = isLanguage(i18n.locale) ? i18n.locale : "en";
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        accept({ ...values, language }, (refusal) => form.setErrors(fieldErrors(refusal))),
      )}
    >
      <Stack>
        <TextInput
          label={t`Your name`}
          autoComplete="name"
          required
          maxLength={120}
          {...form.getInputProps("name")}
        />
        <TextInput
          label={t`E-mail`}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t`Password`}
          autoComplete="new-password"
          required
          minLength={10}
          {...form.getInputProps("password")}
        />
        <FormError error={error} fields={["name", "email", "password"]} />
        <Button type="submit" loading={isPending}>
          {t`Create my account and join`}
        </Button>
        <AnchorLink to="/sign-in" search={{ to: `/invitations/${token}` }} size="sm">
          {t`I already have an account`}
        </AnchorLink>
      </Stack>
    </form>
  );
}

function useJoin(token: string) {
  const navigate = useNavigate();
  const mutation = useAcceptInvitation(token);
  type Account = Parameters<typeof mutation.mutate>[0];
  return {
    isPending: mutation.isPending,
    error: mutation.error,
    accept: (account?: Account, onError?: (error: Error) => void) =>
      mutation.mutate(account, { onSuccess: () => void navigate({ to: "/" }), onError }),
  };
}
