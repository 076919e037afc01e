import { useLingui } from "@lingui/react/macro";
import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { FormError } from "@/shared/ui/form-error";
import { AnchorLink } from "@/shared/ui/links";
import { WorkspaceFields } from "@/shared/ui/workspace-fields";
import { useCreateWorkspace } from "../api";
import { draftWorkspace } from "../model";
import { AccountPage } from "./account-page";
import { FirstSteps } from "./first-steps";

/** Another workspace for someone who has an account: a second agency, a client's own team. */
export function NewWorkspace() {
  const { t, i18n } = useLingui();
  const [slug, setSlug] = useState<string>();
  const form = useForm({ initialValues: draftWorkspace(i18n.locale) });
  const create = useCreateWorkspace();

  if (slug) return <FirstSteps slug={slug} />;

  const submit = form.onSubmit((values) =>
    create.mutate(values, {
      onSuccess: ({ data }) => setSlug(data?.slug),
      onError: (error) => form.setErrors(fieldErrors(error)),
    }),
  );
  return (
    <AccountPage
      width={520}
      title={t`New workspace`}
      lead={t`Workspaces share nothing: creators, campaigns and members of one are unknown to the others.`}
    >
      <form onSubmit={submit}>
        <Stack>
          <WorkspaceFields field={form.getInputProps} />
          <FormError error={create.error} fields={["name", "language", "time_zone", "currency"]} />
          <Button type="submit" loading={create.isPending}>
            {t`Create the workspace`}
          </Button>
          <AnchorLink to="/" size="sm">
            {t`Back to the start`}
          </AnchorLink>
        </Stack>
      </form>
    </AccountPage>
  );
}
