import { createFileRoute } from "@tanstack/react-router";
import { SendingsLayout } from "@/features/sendings/components/sendings-layout";

export const Route = createFileRoute("/w/$slug/sendings")({ component: SendingsLayout });
