import { useLingui } from "@lingui/react/macro";
import { useFormat } from "@/shared/format/use-format";
import { Avatar } from "@/shared/ui/avatar";
import classes from "./quick-add.module.css";

interface CreatorChoiceProps {
  creator: { name: string; main_platform?: string; followers?: number | null };
  isPresent: boolean;
  onAdd: () => void;
}

/** One creator who may be added. */
export function CreatorChoice({ creator, isPresent, onAdd }: CreatorChoiceProps) {
  const { t } = useLingui();
  const format = useFormat();
  const { name, main_platform, followers } = creator;
  return (
    <li>
      <button type="button" className={classes.choice} disabled={isPresent} onClick={onAdd}>
        <Avatar name={name} platform={main_platform} size={28} />
        <span>{name}</span>
        <span className={classes.end}>
          {isPresent ? t`In the campaign` : followers != null && format.compact(followers)}
        </span>
      </button>
    </li>
  );
}
