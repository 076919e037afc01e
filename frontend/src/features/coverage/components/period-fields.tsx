import { useLingui } from "@lingui/react/macro";
import { Button, Group, Stack } from "@mantine/core";
import { useFormat } from "@/shared/format/use-format";
import { DayInput } from "@/shared/ui/day-input";
import { daysBefore } from "../model";

interface PeriodFieldsProps {
  after: string | undefined;
  before: string | undefined;
  onChange: (change: { published_after?: string; published_before?: string }) => void;
}

/** From a day, to a day; the usual spans in one click. */
export default function PeriodFields({ after, before, onChange }: PeriodFieldsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const today = format.today();
  const spans = [
    { name: t`30 days`, since: daysBefore(today, 30) },
    { name: t`90 days`, since: daysBefore(today, 90) },
    { name: t`This year`, since: `${today.slice(0, 4)}-01-01` },
  ];
  const inside = { popoverProps: { withinPortal: false } };
  return (
    <Stack gap="xs">
      <Group gap={4} grow wrap="nowrap">
        {spans.map(({ name, since }) => {
          const isChosen = after === since && !before;
          return (
            <Button
              key={name}
              size="compact-sm"
              px={6}
              variant={isChosen ? "light" : "default"}
              aria-pressed={isChosen}
              onClick={() => onChange({ published_after: since, published_before: undefined })}
            >
              {name}
            </Button>
          );
        })}
      </Group>
      <DayInput
        label={t({ message: "From", context: "first day" })}
        value={after ?? null}
        maxDate={before}
        onChange={(day) => onChange({ published_after: day ?? undefined })}
        {...inside}
      />
      <DayInput
        label={t({ message: "To", context: "last day" })}
        value={before ?? null}
        minDate={after}
        onChange={(day) => onChange({ published_before: day ?? undefined })}
        {...inside}
      />
    </Stack>
  );
}
