import { useLingui } from "@lingui/react/macro";
import { Menu } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { isApiError } from "@/shared/api/errors";
import { useToasts } from "@/shared/ui/toasts";
import { useRemoveSample } from "../api";

/** Ends the look around: the sample workspace goes, and one's own opens. */
export default function RemoveSample() {
  const { t } = useLingui();
  const toasts = useToasts();
  const remove = useRemoveSample();
  // A fresh page: nothing of what is gone may be asked for again.
  const leave = () => window.location.assign("/");
  const start = () =>
    remove.mutate(undefined, {
      onSuccess: leave,
      onError: (error) => {
        const isGone = isApiError(error) && error.status === 404;
        if (isGone) leave();
        else toasts.failed(t`The sample was not removed`, error);
      },
    });
  return (
    <Menu.Item
      leftSection={<IconEraser size={16} aria-hidden />}
      disabled={remove.isPending}
      closeMenuOnClick={false}
      onClick={start}
    >
      {t`Remove the sample`}
    </Menu.Item>
  );
}
