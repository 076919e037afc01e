import { useLingui } from "@lingui/react/macro";
import { SegmentedControl } from "@mantine/core";

interface TagsModeProps {
  all: boolean;
  onChange: (all: boolean) => void;
}

/** Whether a person must carry any of the chosen tags, or all of them. */
export default function TagsMode({ all, onChange }: TagsModeProps) {
  const { t } = useLingui();
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      mb="xs"
      aria-label={t`How tags combine`}
      value={all ? "all" : "any"}
      data={[
        { value: "any", label: t`Any of them` },
        { value: "all", label: t`All of them` },
      ]}
      onChange={(value) => onChange(value === "all")}
    />
  );
}
