/**
 * SVG paths of a small line chart, one per stretch without a gap.
 *
 * @param points oldest first, evenly spaced; `null` where nothing is known.
 */
export function sparklinePaths(points: readonly (number | null)[], width: number, height: number): string[] {
  const known = points.filter((point) => point !== null);
  if (known.length === 0) return [];
  const low = Math.min(...known);
  const span = Math.max(...known) - low;
  const padding = 2;
  const x = (index: number) => (points.length === 1 ? width / 2 : (index / (points.length - 1)) * width);
  // A flat line is drawn in the middle: it is neither high nor low.
  const y = (value: number) =>
    span === 0 ? height / 2 : height - padding - ((value - low) / span) * (height - 2 * padding);

  const stretches: string[][] = [[]];
  points.forEach((point, index) => {
    if (point === null) stretches.push([]);
    else stretches.at(-1)?.push(`${round(x(index))},${round(y(point))}`);
  });
  return stretches
    .filter((stretch) => stretch.length > 0)
    .map((stretch) => (stretch.length === 1 ? `M${stretch[0]}h0.01` : `M${stretch.join("L")}`));
}

const round = (value: number) => Math.round(value * 10) / 10;
