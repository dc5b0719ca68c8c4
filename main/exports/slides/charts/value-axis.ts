import type { Scale } from '../../../contract/drawing/scale.ts';
import { plainNumber, shortFormat, type Measured } from './number-format.ts';
import type { ValueAxis } from './native-chart.ts';

/** The axis of a scale, without decimals where its lines need none. */
export function valueAxis({ min, max, ticks }: Scale, measured: Measured, shown = true): ValueAxis {
  const isWhole = (tick: number): boolean => Math.abs(tick * 100 - Math.round(tick * 100)) < 1e-6;
  const plain = (value: number): number => plainNumber(value, measured)!;
  return {
    min: plain(min),
    max: plain(max),
    step: plain((ticks[1] ?? max) - (ticks[0] ?? min)),
    format: shortFormat(
      ticks.map((tick) => plainNumber(tick, measured)),
      measured,
      ticks.every(isWhole) ? 0 : 1,
    ),
    shown,
  };
}
