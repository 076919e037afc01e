import { initials } from "./initials";
import classes from "./workspace-mark.module.css";

/** The small square that stands for a workspace. Decorative: its name is always beside it. */
export function WorkspaceMark({ name }: { name: string }) {
  return (
    <span className={classes.mark} aria-hidden>
      {initials(name).slice(0, 1)}
    </span>
  );
}
