import { createFileRoute } from "@tanstack/react-router";
import { BrandsSettings } from "@/features/settings/components/brands-settings";

export const Route = createFileRoute("/w/$slug/settings/brands")({ component: BrandsSettings });
