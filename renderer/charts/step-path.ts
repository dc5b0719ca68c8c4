/** A level from a place on; bounds of its band, in pixels down the drawing, null where there are none. */
export type Step = { x: number; y: number; lower: number | null; upper: number | null };

/** Finer than paper or screen can show: thousands of steps become one path of as many corners as there are half pixels. */
const GRAIN = 2;

const round = (value: number): number => Math.round(value * 100) / 100;
const grained = (x: number): number => Math.round(x * GRAIN);

/** The last of all steps that begin in the same half pixel. The first step stays where it is. */
function drawable(steps: readonly Step[]): Step[] {
  return steps.filter((step, index) => {
    const next = steps[index + 1];
    return index === 0 || next === undefined || grained(next.x) !== grained(step.x);
  });
}

/** A curve that keeps its level until the next step, as an SVG path up to a last place. */
export function stepPath(steps: readonly Step[], end: number): string {
  const [first, ...rest] = drawable(steps);
  if (first === undefined) return '';
  const corners = rest.map(({ x, y }) => `H${round(x)}V${round(y)}`);
  return `M${round(first.x)} ${round(first.y)}${corners.join('')}H${round(end)}`;
}

/** The band around a stepped curve, one closed path for each stretch on which it has bounds. */
export function bandPaths(steps: readonly Step[], end: number): string[] {
  const kept = drawable(steps);
  const paths: string[] = [];
  let run: { from: number; to: number; lower: number; upper: number }[] = [];
  const close = (): void => {
    if (run.length > 0) {
      const over = run.map(({ from, to, upper }) => `L${round(from)} ${round(upper)}H${round(to)}`).join('');
      const under = run.toReversed().map(({ from, to, lower }) => `L${round(to)} ${round(lower)}H${round(from)}`);
      paths.push(`${over.replace('L', 'M')}${under.join('')}Z`);
    }
    run = [];
  };
  kept.forEach(({ x, lower, upper }, index) => {
    if (lower === null || upper === null) return close();
    run.push({ from: x, to: kept[index + 1]?.x ?? end, lower, upper });
  });
  close();
  return paths;
}
