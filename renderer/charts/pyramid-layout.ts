import { displayText, formatValue } from '../../main/contract/format.ts';
import type { PyramidChart } from '../../main/contract/page.ts';
import type { Size, Type } from './frame.ts';
import { textWidth, wrapLabel } from './labels.ts';
import { LEADING } from './text-block.tsx';

export type PyramidDrawing = {
  top: number;
  row: number;
  /** Where the left side's bars end and the right side's begin; names of bands stand between. */
  base: [number, number];
  heads: [string[], string[]];
  /** From the top band to the bottom. */
  bands: { band: number; y: number; label: string[]; bars: [Bar, Bar] }[];
};

export type Bar = { x: number; width: number; height: number; text: string; textX: number; absent: boolean };

/** In place of a bar that may not be drawn. */
export const NOT_SHOWN = 'not shown';

/** A value at the end of its bar. */
export function bandText(value: number | null, { unit }: PyramidChart): string {
  return value === null ? NOT_SHOWN : formatValue(value, unit);
}

/**
 * Bars to the left and right of the names of their bands, both sides on one scale, the last band on top.
 * The longest bar leaves room for its value.
 */
export function drawPyramid(chart: PyramidChart, size: Size, type: Type): PyramidDrawing {
  const names = chart.bands.map(({ label }) => displayText(label));
  const nameRoom = Math.min(size.width * 0.3, Math.max(0, ...names.map((name) => textWidth(name, type.axis))));
  const gutter = nameRoom + 22;
  const side = Math.max(1, (size.width - gutter) / 2);
  const heads = chart.sides.map(({ label }) => wrapLabel(displayText(label), side, type.label, 2)) as [
    string[],
    string[],
  ];
  const top = Math.max(...heads.map((lines) => lines.length)) * type.label * LEADING + 8;
  const row = Math.min(46, (size.height - top) / Math.max(1, chart.bands.length));
  const texts = chart.bands.map(({ values }) => values.map((value) => bandText(value, chart)));
  const valueRoom = Math.max(0, ...texts.flat().map((text) => textWidth(text, type.axis))) + 8;
  const most = Math.max(0, ...chart.bands.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  const base: [number, number] = [side, side + gutter];
  const barOf = (value: number | null, text: string, at: 0 | 1): Bar => {
    const width = most === 0 ? 0 : (Math.abs(value ?? 0) / most) * Math.max(1, side - valueRoom);
    const x = at === 0 ? base[0] - width : base[1];
    return {
      x,
      width,
      height: Math.min(28, row * 0.72),
      text,
      textX: at === 0 ? x - 5 : x + width + 5,
      absent: value === null,
    };
  };
  return {
    top,
    row,
    base,
    heads,
    bands: chart.bands
      .map(({ values }, band) => ({
        band,
        y: top + (chart.bands.length - 1 - band + 0.5) * row,
        label: wrapLabel(names[band], nameRoom, type.axis, row >= type.axis * 2 * LEADING ? 2 : 1),
        bars: [barOf(values[0], texts[band][0], 0), barOf(values[1], texts[band][1], 1)] as [Bar, Bar],
      }))
      .toReversed(),
  };
}
