import { pastels } from "../theme/palette";
import classes from "./avatar.module.css";
import { hueOf, initials } from "./initials";
import { PlatformIcon } from "./platform-icon";

interface AvatarProps {
  name: string;
  /** Picture held by our own server; pictures of other hosts are never hot-linked. */
  src?: string | null;
  /** Main network, drawn as a badge. */
  platform?: string | null;
  size?: number;
}

/** Initials on the pastel of a name, so that people are recognised before they are read. Decorative: the name is beside it. */
export function Avatar({ name, src, platform, size = 28 }: AvatarProps) {
  const pastel = pastels[hueOf(name, pastels.length)] ?? pastels[0];
  return (
    <span className={classes.avatar} style={{ width: size, height: size }} aria-hidden>
      {src ? (
        <img className={classes.face} src={src} alt="" width={size} height={size} loading="lazy" />
      ) : (
        <span
          className={classes.face}
          style={{ background: pastel.background, color: pastel.text, fontSize: Math.round(size * 0.38) }}
        >
          {initials(name)}
        </span>
      )}
      {platform && (
        <span className={classes.badge}>
          <PlatformIcon platform={platform} size={Math.max(10, Math.round(size * 0.38))} decorative />
        </span>
      )}
    </span>
  );
}
