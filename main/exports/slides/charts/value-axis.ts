import { axisText } from '../../../contract/drawing/axis-text.ts';
import type { Scale } from '../../../contract/drawing/scale.ts';
import { formatLike, fullFormat, plainNumber, type Measured } from './number-format.ts';
import type { ValueAxis } from './native-chart.ts';

/** The axis of a scale, as short as the window has it where one format serves all its lines. */
export function valueAxis({ min, max, ticks }: Scale, measured: Measured, shown = true): ValueAxis {
  const plain = (value: number): number => plainNumber(value, measured)!;
  const texts = axisText(ticks, measured.unit, measured.currency);
  // Zero is the same under every format.
  const formats = new Set(texts.filter((_, index) => ticks[index] !== 0).map(formatLike));
  return {
    min: plain(min),
    max: plain(max),
    step: plain((ticks[1] ?? max) - (ticks[0] ?? min)),
    format: formats.size === 1 ? [...formats][0] : fullFormat(measured),
    shown,
  };
}
