import type { ReactNode } from "react";
import classes from "./row-name.module.css";

/** Who a row is about: face, name, and one quiet detail that gives way first. */
export function RowName({
  avatar,
  name,
  detail,
}: {
  avatar?: ReactNode;
  name: ReactNode;
  detail?: ReactNode;
}) {
  return (
    <span className={classes.row}>
      {avatar}
      <span className={classes.name}>{name}</span>
      {detail && <span className={classes.detail}>{detail}</span>}
    </span>
  );
}
