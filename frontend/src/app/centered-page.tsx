import type { ReactNode } from "react";
import { useMaybeWorkspace } from "@/shared/hooks/use-workspace";
import classes from "./centered-page.module.css";

export function CenteredPage({ children }: { children: ReactNode }) {
  // Inside a workspace the shell is already the main landmark.
  if (useMaybeWorkspace()) return <div className={classes.page}>{children}</div>;
  return (
    <main id="main" tabIndex={-1} className={classes.page}>
      {children}
    </main>
  );
}
