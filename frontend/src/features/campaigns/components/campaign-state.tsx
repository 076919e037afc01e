import { useCampaignWords } from "@/shared/hooks/use-campaign-words";
import { StatusDot, type Tone } from "@/shared/ui/status-dot";
import type { CampaignRow } from "../api";

const tones: Record<CampaignRow["state"], Tone> = { planned: "info", active: "good", closed: "muted" };

export function CampaignStateDot({ state }: { state: CampaignRow["state"] }) {
  const { states } = useCampaignWords();
  return <StatusDot tone={tones[state]}>{states[state]}</StatusDot>;
}
