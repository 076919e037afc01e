import classes from "./sparkline.module.css";
import { sparklinePaths } from "./sparkline-path";

interface SparklineProps {
  /** Oldest first; `null` is a gap and is drawn as one. */
  points: readonly (number | null)[];
  /** What a screen reader says instead: "12,300 followers, +5% in 90 days". */
  label: string;
  width?: number;
  height?: number;
}

export function Sparkline({ points, label, width = 72, height = 20 }: SparklineProps) {
  const paths = sparklinePaths(points, width, height);
  return (
    <svg
      className={classes.line}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
