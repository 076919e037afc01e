import { createFileRoute } from "@tanstack/react-router";
import { ProfileSettings } from "@/features/settings/components/profile-settings";

export const Route = createFileRoute("/w/$slug/settings/profile")({ component: ProfileSettings });
