import { useLingui } from "@lingui/react/macro";
import { Button, FocusTrap, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { DayInput } from "@/shared/ui/day-input";

/** The day of a step that happened earlier. */
export default function StepDay({ verb, onDay }: { verb: string; onDay: (day: string) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const [day, setDay] = useState<string | null>(format.today());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (day) onDay(day);
  };
  return (
    // Here and not on what shows it: this comes later, and the focus goes where something is.
    <FocusTrap>
      <form onSubmit={submit}>
        <Stack gap="xs">
          <DayInput
            label={t`On`}
            value={day}
            onChange={setDay}
            maxDate={format.today()}
            popoverProps={{ withinPortal: false }}
          />
          <Button type="submit" size="compact-sm" disabled={!day}>
            {verb}
          </Button>
        </Stack>
      </form>
    </FocusTrap>
  );
}
