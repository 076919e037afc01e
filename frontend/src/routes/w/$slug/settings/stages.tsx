import { createFileRoute } from "@tanstack/react-router";
import { StagesSettings } from "@/features/settings/components/stages-settings";

export const Route = createFileRoute("/w/$slug/settings/stages")({ component: StagesSettings });
