import { displayText } from '../../main/contract/format.ts';
import type { PyramidChart } from '../../main/contract/page.ts';
import { bandCell } from '../../main/contract/twins/pyramid-table.ts';
import type { Size, Type } from '../../main/contract/drawing/frame.ts';
import { boldWidth, LEADING, nameColumn, wrapLabel } from '../../main/contract/drawing/labels.ts';
import { twinText } from '../../main/contract/twins/twin-text.ts';

export type PyramidDrawing = {
  top: number;
  row: number;
  /** Where the left side's bars end and the right side's begin; names of bands stand between. */
  base: [number, number];
  heads: [string[], string[]];
  headX: [number, number];
  /** From the top band to the bottom. */
  bands: {
    band: number;
    y: number;
    label: string[];
    labelY: number;
    axis: { from: number; to: number };
    bars: [Bar, Bar];
  }[];
};

export type Bar = { x: number; width: number; height: number; text: string; textX: number; absent: boolean };

const LEAST_BARS = 60;
const LEAST_BAR = 10;

/** A value at the end of its bar. */
export function bandText(value: number | null, { unit }: PyramidChart): string {
  return twinText(bandCell(value, unit));
}

/**
 * Bars to the left and right of the names of their bands, both sides on one scale, the last band on top.
 * The longest bar leaves room for its value. In a narrow drawing the names stand above the bars instead of between them.
 */
export function drawPyramid(chart: PyramidChart, size: Size, type: Type): PyramidDrawing {
  const names = chart.bands.map(({ label }) => displayText(label));
  const texts = chart.bands.map(({ values }) => values.map((value) => bandText(value, chart)));
  const valueRoom = Math.max(0, ...texts.flat().map((text) => boldWidth(text, type.axis))) + 8;
  const room = (size.height - type.label * LEADING * 2 - 8) / Math.max(1, names.length);
  const lines = room >= type.axis * 2 * LEADING ? 2 : 1;
  const beside = nameColumn(names, { most: size.width * 0.3, size: type.axis, lines }) + 20;
  // In a narrow drawing the names would leave no room for the bars, so they stand above them.
  const above = (size.width - beside) / 2 - valueRoom < LEAST_BARS && room >= type.axis * LEADING + LEAST_BAR;
  const gutter = above ? 0 : Math.max(20, Math.min(beside, size.width - valueRoom * 2));
  const side = Math.max(1, (size.width - gutter) / 2);
  const heads = chart.sides.map(({ label }) => wrapLabel(displayText(label), side - 6, type.label, 2)) as [
    string[],
    string[],
  ];
  const top = Math.max(...heads.map((each) => each.length)) * type.label * LEADING + 8;
  const row = Math.min(58, (size.height - top) / Math.max(1, names.length));
  const named = above ? type.axis * LEADING : 0;
  const most = Math.max(0, ...chart.bands.flatMap(({ values }) => values.map((value) => Math.abs(value ?? 0))));
  const base: [number, number] = [side, side + gutter];
  const barOf = (value: number | null, text: string, at: 0 | 1): Bar => {
    const width = most === 0 ? 0 : (Math.abs(value ?? 0) / most) * Math.max(1, side - valueRoom);
    const x = at === 0 ? base[0] - width : base[1];
    return {
      x,
      width,
      height: Math.min(32, (row - named) * 0.72),
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
    headX: above ? [side - 5, side + 5] : base,
    bands: chart.bands
      .map(({ values }, band) => {
        const start = top + (chart.bands.length - 1 - band) * row;
        return {
          band,
          y: start + named + (row - named) / 2,
          label: wrapLabel(names[band], above ? size.width : gutter - 20, type.axis, above ? 1 : lines),
          axis: above ? { from: start + named, to: start + row - 2 } : { from: start, to: start + row },
          labelY: start + (above ? named * 0.6 : row / 2),
          bars: [barOf(values[0], texts[band][0], 0), barOf(values[1], texts[band][1], 1)] as [Bar, Bar],
        };
      })
      .toReversed(),
  };
}
