import type { ReactNode } from "react";
import { useMaybeWorkspace } from "@/shared/hooks/use-workspace";
import classes from "./centered-page.module.css";

export function CenteredPage({ children }: { children: ReactNode }) {
  // Inside a workspace the shell is already the main landmark.
  const Landmark = useMaybeWorkspace() ? "div" : "main";
  return <Landmark className={classes.page}>{children}</Landmark>;
}
