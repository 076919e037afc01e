import { Button, MultiSelect, Select, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "@/shared/api/errors";
import { ConfirmDialog } from "@/shared/ui/confirm-dialog";
import { CopyField } from "@/shared/ui/copy-field";
import { CurrencySelect } from "@/shared/ui/currency-select";
import { DayInput } from "@/shared/ui/day-input";
import { FormError } from "@/shared/ui/form-error";
import { MoneyInput } from "@/shared/ui/money-input";
import { TimeZoneSelect } from "@/shared/ui/time-zone-select";
import { useToasts } from "@/shared/ui/toasts";
import { KitSection } from "./kit-section";

const refusal = new ApiError({ status: 400, code: "invalid", detail: "The end comes before the start." });

export function KitControls() {
  const toasts = useToasts();
  const [amount, setAmount] = useState<string | null>("1250.00");
  const [day, setDay] = useState<string | null>("2026-11-21");
  const [asks, setAsks] = useState(false);
  return (
    <>
      <KitSection title="Buttons and toasts">
        <Button>{"Main act"}</Button>
        <Button variant="default">{"Second act"}</Button>
        <Button variant="subtle">{"Quiet act"}</Button>
        <Button variant="light">{"Light"}</Button>
        <Button disabled>{"Disabled"}</Button>
        <Button color="red" onClick={() => setAsks(true)}>
          {"Delete…"}
        </Button>
        <Button
          variant="default"
          onClick={() => toasts.undoable("3 cards moved to Agreed.", () => toasts.done("Moved back."))}
        >
          {"Undo toast"}
        </Button>
        <Button variant="default" onClick={() => toasts.failed("The card was not moved", refusal)}>
          {"Failure toast"}
        </Button>
        <ConfirmDialog
          opened={asks}
          title="Delete this key?"
          action="Delete"
          isPending={false}
          onConfirm={() => setAsks(false)}
          onClose={() => setAsks(false)}
        >
          {"Programs that use it stop working at once."}
        </ConfirmDialog>
      </KitSection>
      <KitSection title="Fields">
        <TextInput label="Name" placeholder="Alice Martin" />
        <TextInput label="E-mail" error="Enter a valid e-mail address." defaultValue="alice@" />
        <Select label="Stage" data={["Contacted", "Agreed", "Published"]} defaultValue="Agreed" clearable />
        <MultiSelect label="Tags" data={["food", "travel", "zero waste"]} defaultValue={["food"]} />
        <MoneyInput label="Fee" value={amount} onChange={setAmount} />
        <DayInput label="Due" value={day} onChange={setDay} />
        <TimeZoneSelect label="Time zone" defaultValue="Europe/Paris" />
        <CurrencySelect label="Currency" defaultValue="EUR" />
        <Switch label="Copy the agent" defaultChecked />
        <CopyField label="Key" value="rl_a1b2c3_not-a-real-key" />
        <FormError error={refusal} />
      </KitSection>
    </>
  );
}
