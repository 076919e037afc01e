import { useLingui } from "@lingui/react/macro";
import { Input, SegmentedControl } from "@mantine/core";
import { useId } from "react";
import type { Schemas } from "@/shared/api/schemas";
import { asOptions } from "@/shared/hooks/use-campaign-words";
import { useSendingWords } from "@/shared/hooks/use-sending-words";

interface KindChoiceProps {
  value?: Schemas["SendingKind"];
  onChange?: (kind: Schemas["SendingKind"]) => void;
  /** Shown above; heard either way. */
  label?: string;
}

/** A gift stays, a loan comes back. */
export function KindChoice({ value, onChange, label }: KindChoiceProps) {
  const { t } = useLingui();
  const { kinds } = useSendingWords();
  const id = useId();
  return (
    <div>
      {label && (
        <Input.Label id={id} labelElement="div">
          {label}
        </Input.Label>
      )}
      <SegmentedControl
        fullWidth
        aria-label={label ? undefined : t`Kind`}
        aria-labelledby={label && id}
        data={asOptions(kinds)}
        value={value}
        onChange={(next) => onChange?.(next as Schemas["SendingKind"])}
      />
    </div>
  );
}
