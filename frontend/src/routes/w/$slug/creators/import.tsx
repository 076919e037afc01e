import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/w/$slug/creators/import")({ component: () => null });
