import { createLink, type LinkComponent, useLocation } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";
import { useCurrentInView } from "../hooks/use-current-in-view";
import classes from "./tab-links.module.css";

/** Parts of one place, each with its own address. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const row = useCurrentInView<HTMLElement>("[data-status=active]", path);
  return (
    <nav ref={row} className={classes.tabs} aria-label={label}>
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
