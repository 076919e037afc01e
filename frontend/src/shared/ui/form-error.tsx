import { useLingui } from "@lingui/react/macro";
import { Alert } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { ApiError } from "../api/errors";
import { useErrorText } from "../hooks/use-error-text";

interface FormErrorProps {
  error: unknown;
  /** Fields the form shows, with the parts of each (`items` for `items.0.product`); messages about any other are
   * listed here. */
  fields?: readonly string[];
}

/** Why a form was refused, above its buttons; what concerns one field stands at that field. */
export function FormError({ error, fields = [] }: FormErrorProps) {
  const { t } = useLingui();
  const describe = useErrorText();
  if (!error) return null;
  const all = error instanceof ApiError ? Object.entries(error.fields) : [];
  const isShown = (path: string) => fields.some((field) => path === field || path.startsWith(`${field}.`));
  const others = all.filter(([path]) => !isShown(path)).flatMap(([, messages]) => messages);
  const text =
    others.length > 0
      ? others.join(" ")
      : all.length > 0
        ? t`Some fields need your attention.`
        : describe(error);
  return (
    <Alert color="red" role="alert" icon={<IconAlertCircle size={18} aria-hidden />}>
      {text}
    </Alert>
  );
}
