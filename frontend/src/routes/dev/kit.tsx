import { createFileRoute } from "@tanstack/react-router";
import { Kit } from "@/features/kit/components/kit";

export const Route = createFileRoute("/dev/kit")({ component: Kit });
