import { useLingui } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useFormat } from "@/shared/format/use-format";
import { BulkBar } from "@/shared/ui/bulk-bar";
import { useToasts } from "@/shared/ui/toasts";
import type { Sending } from "../api";
import { stepsAhead } from "../model";
import { useTakeMany } from "./use-take-many";
import { useVerbs } from "./use-verbs";

const SendMany = lazy(() => import("./send-many"));
const PackingList = lazy(() => import("./packing-list"));

interface SelectedSendingsProps {
  sendings: Sending[];
  onClear: () => void;
}

/** What can be done with the parcels ticked: each step with how many it concerns. */
export default function SelectedSendings({ sendings, onClear }: SelectedSendingsProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const verbs = useVerbs();
  const { takeMany, isPending } = useTakeMany();
  const [leaving, setLeaving] = useState<Sending[] | null>(null);
  const [isPacking, setPacking] = useState(false);
  const steps = (["prepare", "send", "deliver"] as const)
    .map((step) => ({ step, parcels: sendings.filter((one) => stepsAhead(one).includes(step)) }))
    .filter(({ parcels }) => parcels.length > 0);

  const take = async (step: "prepare" | "deliver", parcels: Sending[]) => {
    const body = { on: format.today() };
    const { refused } = await takeMany(parcels, () => ({ step, body }));
    const [first] = refused.values();
    const stuck = format.number(refused.size);
    if (first) toasts.failed(t`Parcels not changed: ${stuck}`, first);
    else onClear();
  };
  return (
    <>
      <BulkBar count={sendings.length} onClear={onClear}>
        {steps.map(({ step, parcels }, place) => {
          const verb = verbs[step];
          const count = format.number(parcels.length);
          return (
            <Button
              key={step}
              size="compact-md"
              loading={isPending}
              {...(place > 0 && { variant: "light", color: "gray" })}
              onClick={() => (step === "send" ? setLeaving(parcels) : void take(step, parcels))}
            >
              {t`${verb} (${count})`}
            </Button>
          );
        })}
        <Button
          size="compact-md"
          variant="light"
          color="gray"
          leftSection={<IconListCheck size={15} aria-hidden />}
          onClick={() => setPacking(true)}
        >
          {t`Packing list`}
        </Button>
      </BulkBar>
      <Suspense fallback={null}>
        {leaving && <SendMany sendings={leaving} onClose={() => setLeaving(null)} onSent={onClear} />}
        {isPacking && <PackingList sendings={sendings} onClose={() => setPacking(false)} />}
      </Suspense>
    </>
  );
}
