import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import classes from "./tab-links.module.css";

/** Parts of one place, each with its own address. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

function Tab(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} className={classes.tab} />;
}

const Link = createLink(Tab);

export const TabLink: LinkComponent<typeof Tab> = (props) => (
  <Link activeOptions={{ exact: true, includeSearch: false }} {...props} />
);
