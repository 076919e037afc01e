import { useLingui } from "@lingui/react/macro";
import { Button, Divider, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { isLanguage } from "@/shared/i18n/languages";
import { FormError } from "@/shared/ui/form-error";
import { WorkspaceFields } from "@/shared/ui/workspace-fields";
import { useSetUp } from "../api";
import { draftWorkspace } from "../model";
import { AccountPage } from "./account-page";
import { FirstSteps } from "./first-steps";

const fields = [
  "name",
  "email",
  "password",
  "workspace.name",
  "workspace.language",
  "workspace.time_zone",
  "workspace.currency",
];

/** The first visit to a new server: the first account and its workspace, then something to look at. */
export function FirstRun() {
  const { t, i18n } = useLingui();
  const [slug, setSlug] = useState<string>();
  const form = useForm({
    initialValues: { name: "", email: "", password: "", workspace: draftWorkspace(i18n.locale) },
  });
  const setUp = useSetUp();

  if (slug) return <FirstSteps slug={slug} />;

  const submit = form.onSubmit((values) =>
    setUp.mutate(
      { ...values, language: isLanguage(i18n.locale) ? i18n.locale : "en" },
      {
        onSuccess: ({ data }) => setSlug(data?.workspaces[0]?.slug),
        onError: (error) => form.setErrors(fieldErrors(error)),
      },
    ),
  );
  return (
    <AccountPage
      width={520}
      title={t`Welcome to Relais`}
      lead={t`Create your account and your first workspace. Everything can be changed later.`}
    >
      <form onSubmit={submit}>
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
            description={t`At least 10 characters. A short sentence is easy to remember and hard to guess.`}
            autoComplete="new-password"
            required
            minLength={10}
            {...form.getInputProps("password")}
          />
          <Divider />
          <WorkspaceFields field={(name) => form.getInputProps(`workspace.${name}`)} />
          <FormError error={setUp.error} fields={fields} />
          <Button type="submit" loading={setUp.isPending}>
            {t`Create the workspace`}
          </Button>
        </Stack>
      </form>
    </AccountPage>
  );
}
