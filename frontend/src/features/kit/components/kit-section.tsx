import type { ReactNode } from "react";
import classes from "./kit.module.css";

export function KitSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      <div className={classes.content}>{children}</div>
    </section>
  );
}
