import type { ReactNode } from "react";
import classes from "./centered-page.module.css";

export function CenteredPage({ children }: { children: ReactNode }) {
  return <div className={classes.page}>{children}</div>;
}
