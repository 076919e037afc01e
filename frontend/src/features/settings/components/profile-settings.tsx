import { useLingui } from "@lingui/react/macro";
import { Button, PasswordInput, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { meQuery } from "@/shared/api/me";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useChangeLanguage } from "@/shared/hooks/use-change-language";
import { isLanguage, languageNames, languages } from "@/shared/i18n/languages";
import { AppPage } from "@/shared/ui/app-page";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { useChangePassword, useSaveProfile } from "../api";
import { Section } from "./section";
import classes from "./section.module.css";

export function ProfileSettings() {
  const { t } = useLingui();
  return (
    <AppPage title={t`Profile`} width="text">
      <WhoIAm />
      <Password />
    </AppPage>
  );
}

function WhoIAm() {
  const { t, i18n } = useLingui();
  const toasts = useToasts();
  const { data: me } = useSuspenseQuery(meQuery());
  const changeLanguage = useChangeLanguage();
  const form = useForm({ initialValues: { name: me.name } });
  const save = useSaveProfile();
  return (
    <Section title={t`About you`}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, {
            onSuccess: () => {
              form.resetDirty();
              toasts.done(t`Your profile is saved.`);
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          }),
        )}
      >
        <TextInput
          label={t`Your name`}
          autoComplete="name"
          required
          maxLength={120}
          {...form.getInputProps("name")}
        />
        <TextInput label={t`E-mail`} value={me.email} readOnly description={t`This is how you sign in.`} />
        <Select
          label={t`Language`}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          allowDeselect={false}
          value={i18n.locale}
          onChange={(value) => isLanguage(value) && changeLanguage(value)}
        />
        <FormError error={save.error} fields={["name"]} />
        <div className={classes.buttons}>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t`Save`}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function Password() {
  const { t } = useLingui();
  const toasts = useToasts();
  const form = useForm({ initialValues: { current_password: "", new_password: "" } });
  const change = useChangePassword();
  return (
    <Section title={t`Password`}>
      <form
        className={classes.form}
        onSubmit={form.onSubmit((values) =>
          change.mutate(values, {
            onSuccess: () => {
              form.reset();
              toasts.done(t`Your password is changed.`);
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          }),
        )}
      >
        <PasswordInput
          label={t`Current password`}
          autoComplete="current-password"
          required
          {...form.getInputProps("current_password")}
        />
        <PasswordInput
          label={t`New password`}
          autoComplete="new-password"
          required
          minLength={10}
          {...form.getInputProps("new_password")}
        />
        <FormError error={change.error} fields={["current_password", "new_password"]} />
        <div className={classes.buttons}>
          <Button type="submit" variant="default" loading={change.isPending} disabled={!form.isDirty()}>
            {t`Change the password`}
          </Button>
        </div>
      </form>
    </Section>
  );
}
