import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckType, screenType } from '../../../main/contract/drawing/frame.ts';
import { drawHeat, MOST_CELLS, shadeOf, valueSize } from '../../../main/contract/drawing/heat-layout.ts';
import { textWidth } from '../../../main/contract/drawing/labels.ts';
import { darkPalette, lightPalette } from '../../../main/contract/drawing/palette.ts';
import { heat } from '../../renderer/charts.ts';
import { luminance, parse } from '../../renderer/colour.ts';

const SIZE = { width: 640, height: 400 };
const scale = { from: 0.5, to: 1 };
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

describe('the shading of a heat table', () => {
  it.each([
    ['light', lightPalette, -1],
    ['dark', darkPalette, 1],
  ] as const)('goes one way in the %s theme: a higher value is never nearer to the paper', (_, palette, way) => {
    fc.assert(
      fc.property(anyShare, anyShare, (one, other) => {
        const [low, high] = [one, other].sort((a, b) => a - b);
        const [from, to] = [low, high].map((value) => luminance(parse(shadeOf(value, scale, palette))));
        expect((to - from) * way).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('starts and ends with the ends of the scale, and goes no further', () => {
    expect(shadeOf(0.5, scale, lightPalette)).toBe(lightPalette.heat.low);
    expect(shadeOf(1, scale, lightPalette)).toBe(lightPalette.heat.high);
    expect(shadeOf(0.2, scale, lightPalette)).toBe(lightPalette.heat.low);
    expect(shadeOf(3, scale, lightPalette)).toBe(lightPalette.heat.high);
  });

  it('is one shade where the scale has no length', () => {
    expect(shadeOf(0.7, { from: 0.7, to: 0.7 }, lightPalette)).toBe(lightPalette.heat.high);
  });
});

describe('a heat table', () => {
  const triangle = (rows: number, columns: number) =>
    heat(
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (__, column) => (column < rows - row ? 1 - column * 0.02 : 'not yet reached')),
      ),
    );

  it('prints values where all of them fit, with decimals as long as there is room', () => {
    const wide = drawHeat(triangle(6, 6), SIZE, screenType);
    expect(wide.values![0].slice(0, 2)).toEqual(['100.0%', '98.0%']);
    expect(wide.values![5][1]).toBeNull();
    expect(drawHeat(triangle(6, 12), { ...SIZE, width: 560 }, screenType).values![0][1]).toBe('98%');
    expect(drawHeat(triangle(6, 30), SIZE, screenType).values).toBeNull();
  });

  it('never prints a value wider or higher than its cell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.record({ width: fc.integer({ min: 240, max: 900 }), height: fc.integer({ min: 120, max: 700 }) }),
        fc.constantFrom(screenType, deckType),
        (rows, columns, size, type) => {
          const drawn = drawHeat(triangle(rows, columns), size, type);
          expect(drawn.shown * columns).toBeLessThanOrEqual(MOST_CELLS);
          expect(drawn.left + columns * drawn.cell.width).toBeLessThanOrEqual(size.width + 1e-6);
          if (drawn.values === null) return;
          const printed = valueSize(drawn.cell.height, type);
          expect(printed).toBeLessThan(drawn.cell.height);
          for (const text of drawn.values.flat())
            if (text !== null) expect(textWidth(text, printed)).toBeLessThan(drawn.cell.width);
        },
      ),
    );
  });

  it('says why cells are blank: once beneath, or in the row that has nothing else', () => {
    const drawn = drawHeat(
      heat([
        [0.9, 0.8, 'hidden'],
        ['under 5 people', 'under 5 people', 'under 5 people'],
        [0.9, 'not yet reached', 'not yet reached'],
      ]),
      SIZE,
      screenType,
    );
    expect(drawn.notes).toEqual(['Blank: hidden; not yet reached']);
    expect(drawn.rows.map(({ absence }) => absence)).toEqual([null, 'under 5 people', null]);
  });

  it('draws the first rows of more than fit, and says how many there are', () => {
    const drawn = drawHeat(triangle(60, 24), { ...SIZE, height: 300 }, deckType);
    expect(drawn.shown).toBeLessThan(60);
    expect(drawn.notes.at(-1)).toBe(`First ${drawn.shown} of 60 rows`);
  });

  it('names rows at equal distances where they are too low to be named one by one', () => {
    const { rows } = drawHeat(triangle(36, 24), { ...SIZE, height: 380 }, deckType);
    const named = rows.flatMap(({ label }, index) => (label === '' ? [] : [index]));
    expect(named.length).toBeLessThan(36);
    expect(new Set(named.slice(1).map((at, index) => at - named[index])).size).toBe(1);
  });

  it('says of a hidden size that it is hidden', () => {
    const chart = heat([[0.9]]);
    chart.rows[0].size = null;
    expect(drawHeat(chart, SIZE, screenType).rows[0].size).toBe('hidden');
  });
});
