import { createFileRoute } from "@tanstack/react-router";
import { DuplicatesPage } from "@/features/duplicates/components/duplicates-page";

export const Route = createFileRoute("/w/$slug/creators/duplicates")({ component: DuplicatesPage });
