import { clean, roundStep } from '../../../contract/drawing/scale.ts';
import type { SurvivalChart } from '../../../contract/page.ts';

type Curve = SurvivalChart['curves'][number];

/** So many steps of time an axis has, beyond which no eye tells two apart. */
const STEPS = 300;

/**
 * A curve as it is seen: times to a step of the axis, shares as exact as they are printed.
 * The workbook of a chart opens to whoever has the slides, and must not tell the day on which somebody left.
 */
export function seenCurve(curve: Curve, ticks: readonly number[]): Curve {
  const step = roundStep((ticks.at(-1)! - ticks[0]) / STEPS);
  const seen = (time: number): number => clean(Math.round(time / step) * step);
  const points = curve.points.map(({ time, survival, lower, upper }) => ({
    time: seen(time),
    survival: printed(survival),
    lower: lower === null ? null : printed(lower),
    upper: upper === null ? null : printed(upper),
  }));
  // Of several events within a step the level after the last of them is seen.
  return {
    ...curve,
    from: seen(curve.from),
    points: points.filter(({ time }, index) => time !== points[index + 1]?.time),
  };
}

function printed(share: number): number {
  return Math.round(share * 1000) / 1000;
}
