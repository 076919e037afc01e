import { Link } from "@tanstack/react-router";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { keyOf, type Line } from "../model";
import classes from "./today.module.css";

interface LineTitleProps {
  line: Line;
  what: string;
  tabIndex?: number;
  /** For a line that is about nobody, or about many. */
  onOpen?: () => void;
  isExpanded?: boolean;
}

/** What a line is about, and the way to it: the card, the parcel, the person; else what can be opened here. */
export function LineTitle({ line, what, onOpen, isExpanded, ...props }: LineTitleProps) {
  const { slug } = useWorkspace();
  const common = { ...props, className: classes.title, "data-line": keyOf(line) };
  if (line.kind === "parcel" || line.kind === "loan")
    return (
      <Link to="/w/$slug/sendings" params={{ slug }} search={{ sending: Number(line.subject) }} {...common}>
        {what}
      </Link>
    );
  if (line.participation !== null && line.campaign)
    return (
      <Link
        to="/w/$slug/campaigns/$campaignId"
        params={{ slug, campaignId: line.campaign.id }}
        search={{ card: line.participation }}
        {...common}
      >
        {what}
      </Link>
    );
  if (line.creator)
    return (
      <Link to="/w/$slug/creators/$id" params={{ slug, id: String(line.creator.id) }} {...common}>
        {what}
      </Link>
    );
  if (!onOpen) return <span>{what}</span>;
  return (
    <button type="button" aria-expanded={isExpanded} onClick={onOpen} {...common}>
      {what}
    </button>
  );
}
