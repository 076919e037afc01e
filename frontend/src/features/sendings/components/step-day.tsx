import { useLingui } from "@lingui/react/macro";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { DayInput } from "@/shared/ui/day-input";

/** The day of a step that happened earlier. */
export default function StepDay({ verb, onDay }: { verb: string; onDay: (day: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const [day, setDay] = useState<string | null>(format.today());
  return (
    <Stack gap="xs">
      <DayInput
        label={t`On`}
        value={day}
        onChange={setDay}
        maxDate={format.today()}
        popoverProps={{ withinPortal: false }}
      />
      <Button size="compact-sm" disabled={!day} onClick={() => day && onDay(day)}>
        {verb}
      </Button>
    </Stack>
  );
}
