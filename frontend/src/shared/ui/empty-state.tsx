import { Title, type TitleOrder } from "@mantine/core";
import { IconInbox, type TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what the thing is good for. */
  children?: ReactNode;
  /** The next act. */
  action?: ReactNode;
  icon?: TablerIcon;
  headingLevel?: TitleOrder;
}

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
  icon: Icon = IconInbox,
  headingLevel = 2,
}: EmptyStateProps) {
  return (
    <div className={classes.box}>
      <span className={classes.icon}>
        <Icon size={24} stroke={1.5} aria-hidden />
      </span>
      <Title order={headingLevel} size="h2">
        {title}
      </Title>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
