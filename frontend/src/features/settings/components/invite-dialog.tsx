import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Role } from "@/shared/api/me";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useRoleNames } from "@/shared/hooks/use-role-names";
import { CopyField } from "@/shared/ui/copy-field";
import { FormError } from "@/shared/ui/form-error";
import { useInvite } from "../api";
import { roles } from "../model";

/** Makes an invitation link; nothing is mailed, people send it as they like. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const names = useRoleNames();
  const does: Record<Role, string> = {
    owner: t`Everything, also members, API keys and the workspace itself.`,
    manager: t`Runs campaigns; also brands, stages and imports.`,
    editor: t`Works with creators, cards, sendings and coverage.`,
    viewer: t`Sees everything, changes nothing.`,
  };
  const form = useForm({ initialValues: { email: "", role: "editor" as Role } });
  const invite = useInvite();
  const made = invite.data?.data;
  return (
    <Modal opened onClose={onClose} title={t`Invite someone`}>
      {made ? (
        <Stack>
          <Text>{t`Send this link to the person. It works once, and is shown only now.`}</Text>
          <CopyField label={t`Invitation link`} value={new URL(made.path, location.origin).href} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t`Done`}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={form.onSubmit((values) =>
            invite.mutate(values, { onError: (error) => form.setErrors(fieldErrors(error)) }),
          )}
        >
          <Stack>
            <TextInput
              label={t`E-mail`}
              description={t`Optional: so that you know later whom it was for.`}
              type="email"
              data-autofocus
              {...form.getInputProps("email")}
            />
            <Radio.Group label={t`Role`} {...form.getInputProps("role")}>
              <Stack gap="xs" mt="xs">
                {roles.map((role) => (
                  <Radio key={role} value={role} label={names[role]} description={does[role]} />
                ))}
              </Stack>
            </Radio.Group>
            <FormError error={invite.error} fields={["email", "role"]} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                {t`Cancel`}
              </Button>
              <Button type="submit" loading={invite.isPending}>
                {t`Make the link`}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
