import { createFileRoute } from "@tanstack/react-router";
import { PasswordForgotten } from "@/features/account/components/password-forgotten";

export const Route = createFileRoute("/password/forgotten")({ component: PasswordForgotten });
