import { useLingui } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { isAtLeast } from "@/shared/api/me";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { FormError } from "@/shared/ui/form-error";
import { useToasts } from "@/shared/ui/toasts";
import { WorkspaceFields } from "@/shared/ui/workspace-fields";
import { useSaveWorkspace } from "../api";
import classes from "./section.module.css";

export function WorkspaceSettings() {
  const { t } = useLingui();
  const toasts = useToasts();
  const { name, language, time_zone, currency, role } = useWorkspace();
  const mayEdit = isAtLeast(role, "owner");
  const form = useForm({ initialValues: { name, language, time_zone, currency } });
  const save = useSaveWorkspace();
  return (
    <AppPage title={t`Workspace`} width="text">
      <form
        className={classes.form}
        onSubmit={form.onSubmit((values) =>
          save.mutate(values, {
            onSuccess: () => {
              form.resetDirty();
              toasts.done(t`The workspace is saved.`);
            },
            onError: (error) => form.setErrors(fieldErrors(error)),
          }),
        )}
      >
        <WorkspaceFields field={form.getInputProps} readOnly={!mayEdit} />
        <FormError error={save.error} fields={["name", "language", "time_zone", "currency"]} />
        {mayEdit ? (
          <div className={classes.buttons}>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t`Save`}
            </Button>
          </div>
        ) : (
          <Text c="dimmed">{t`Only an owner of the workspace can change this.`}</Text>
        )}
      </form>
    </AppPage>
  );
}
