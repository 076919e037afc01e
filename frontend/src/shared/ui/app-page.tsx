import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useDocumentTitle } from "../hooks/use-document-title";
import classes from "./app-page.module.css";

interface AppPageProps {
  title: string;
  /** Beside the title: a count, a state. */
  aside?: ReactNode;
  /** Above the title: the way back. */
  breadcrumb?: ReactNode;
  /** Right of the title: what can be done here, the main act last. */
  actions?: ReactNode;
  /** Tables and boards fill the width and scroll inside; forms and texts stay readable. */
  width?: "full" | "text";
  children: ReactNode;
}

/** Frame of every screen: one heading, its actions, the document title. */
export function AppPage({ title, aside, breadcrumb, actions, width = "full", children }: AppPageProps) {
  useDocumentTitle(title);
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {breadcrumb && <div className={classes.breadcrumb}>{breadcrumb}</div>}
          <div className={classes.title}>
            <Title order={1}>{title}</Title>
            {aside}
          </div>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
