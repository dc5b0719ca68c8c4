import type { SurvivalChart } from '../page.ts';

type Curve = SurvivalChart['curves'][number];

/** What a curve says at a time. */
export type Standing = { survival: number; lower: number | null; upper: number | null };

/** The last time that a curve says something about: its last point, or the last tick at which people are still at risk. */
export function endOf(curve: Curve, ticks: readonly number[]): number {
  const watched = ticks.filter((_, index) => (curve.atRisk[index] ?? 0) > 0);
  const last = Math.max(curve.from, curve.points.at(-1)?.time ?? curve.from, ...watched);
  return Math.min(last, ticks.at(-1) ?? last);
}

/** What a curve says at a time. It stays on its level until the next point, starts at 1 without uncertainty; null before and after it. */
export function standingAt(curve: Curve, time: number, ticks: readonly number[]): Standing | null {
  if (time < curve.from || time > endOf(curve, ticks)) return null;
  const point = curve.points.findLast((one) => one.time <= time);
  return point ?? { survival: 1, lower: null, upper: null };
}

/** The points of a curve that lie on the axis, led by where the curve stands when the axis or the curve starts. */
export function stepsOf(curve: Curve, ticks: readonly number[]): (Standing & { time: number })[] {
  const start = Math.max(curve.from, ticks[0] ?? curve.from);
  const first = standingAt(curve, start, ticks);
  if (first === null) return [];
  const end = endOf(curve, ticks);
  return [{ ...first, time: start }, ...curve.points.filter(({ time }) => time > start && time <= end)];
}
