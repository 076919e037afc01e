import { createFileRoute } from "@tanstack/react-router";
import { ApiKeysSettings } from "@/features/settings/components/api-keys-settings";

export const Route = createFileRoute("/w/$slug/settings/api-keys")({ component: ApiKeysSettings });
