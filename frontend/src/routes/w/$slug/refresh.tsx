import { createFileRoute } from "@tanstack/react-router";
import { RefreshPage } from "@/features/refresh/components/refresh-page";

export const Route = createFileRoute("/w/$slug/refresh")({ component: RefreshPage });
