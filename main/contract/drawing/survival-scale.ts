import type { SurvivalChart } from '../page.ts';
import type { Size } from './frame.ts';
import { scaleOf, type Scale } from './scale.ts';

/** The axis of survival curves: from below the lowest interval, or from 95% at most, up to all. */
export function survivalScale(chart: SurvivalChart, size: Pick<Size, 'height'>): Scale {
  const last = chart.ticks.at(-1) ?? Infinity;
  const values = chart.curves.flatMap(({ points }) =>
    points.filter(({ time }) => time <= last).flatMap(({ survival, lower }) => [survival, lower ?? survival]),
  );
  const scale = scaleOf([1, Math.max(0, Math.min(0.95, ...values))], size.height < 260 ? 3 : 5);
  return { ...scale, max: 1, ticks: scale.ticks.filter((tick) => tick <= 1) };
}
