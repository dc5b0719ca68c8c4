import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckType, screenType, type Type } from '../../main/contract/drawing/frame.ts';
import { boldWidth } from '../../main/contract/drawing/labels.ts';
import { drawMultiples } from '../../main/contract/drawing/multiples-layout.ts';
import { drawPyramid } from '../../renderer/charts/pyramid-layout.ts';
import { multiples, panel, pyramid } from './charts.ts';

const SIZE = { width: 640, height: 400 };
const anyType = fc.constantFrom<Type>(screenType, deckType);
const anySize = fc.record({ width: fc.integer({ min: 220, max: 900 }), height: fc.integer({ min: 160, max: 600 }) });

describe('a pyramid', () => {
  const tenure = pyramid([
    ['under a year', 0.4, 0.1],
    ['1 to 5 years', 0.2, 0.3],
    ['longer', null, 0.6],
  ]);

  it('has its last band on top and both sides on one scale', () => {
    const { bands } = drawPyramid(tenure, SIZE, screenType);
    expect(bands.map(({ label }) => label.join(' '))).toEqual(['longer', '1 to 5 years', 'under a year']);
    expect(bands[0].y).toBeLessThan(bands[2].y);
    const [long, middle, short] = bands.map(({ bars }) => bars);
    expect(long[1].width / middle[1].width).toBeCloseTo(2, 6);
    expect(short[0].width / middle[1].width).toBeCloseTo(4 / 3, 6);
  });

  it('ends its left bars and begins its right bars at the middle', () => {
    const { bands, base } = drawPyramid(tenure, SIZE, screenType);
    for (const { bars } of bands) {
      expect(bars[0].x + bars[0].width).toBeCloseTo(base[0], 6);
      expect(bars[1].x).toBe(base[1]);
    }
  });

  it('says of a bar that may not be drawn that it is not shown', () => {
    const [top] = drawPyramid(tenure, SIZE, screenType).bands;
    expect(top.bars[0]).toMatchObject({ width: 0, text: 'not shown', absent: true });
  });

  it('keeps every value within the drawing and off the names', () => {
    const anyBand = fc.tuple(
      fc.constantFrom('under 3 months', '20 years and more', '1'),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    );
    fc.assert(
      fc.property(fc.array(anyBand, { minLength: 1, maxLength: 9 }), anySize, anyType, (bands, size, type) => {
        const drawn = drawPyramid(pyramid(bands), size, type);
        for (const { bars } of drawn.bands) {
          const [left, right] = bars.map(({ text }) => boldWidth(text, type.axis));
          expect(bars[0].textX - left).toBeGreaterThanOrEqual(-1e-6);
          expect(bars[1].textX + right).toBeLessThanOrEqual(size.width + 1e-6);
          expect(bars[0].textX).toBeLessThan(drawn.base[0]);
          expect(bars[1].textX).toBeGreaterThan(drawn.base[1]);
        }
      }),
    );
  });
});

describe('small multiples', () => {
  const groups = ['Lakeside', 'Bayside', 'Main'];

  it('draw a panel’s bars from one zero on one scale', () => {
    const [drawn] = drawMultiples(multiples(groups, [panel([0.1, 0.4, 0.2])]), SIZE, screenType).panels;
    const [one, four, two] = drawn.bars.map(({ width }) => width);
    expect([four / one, two / one].map((ratio) => Number(ratio.toFixed(6)))).toEqual([4, 2]);
    expect(drawn.bars.map(({ x }) => x)).toEqual([drawn.base, drawn.base, drawn.base]);
  });

  it('draw a negative value to the left of zero', () => {
    const [{ base, bars }] = drawMultiples(multiples(groups, [panel([-0.1, 0.1, 0])]), SIZE, screenType).panels;
    expect(bars[0].x + bars[0].width).toBeCloseTo(base, 6);
    expect(bars[1].x).toBe(base);
    expect(bars[0].width).toBeCloseTo(bars[1].width, 6);
  });

  it('keep a group at one height across a line of panels, with its name before the first', () => {
    const { panels, names, columns } = drawMultiples(
      multiples(groups, [panel([1, 2, 3]), panel([3, 2, 1]), panel([1, 1, 1]), panel([2, 2, 2])]),
      SIZE,
      screenType,
    );
    expect(columns).toBeGreaterThan(1);
    panels.forEach(({ bars }, index) => {
      const line = names.slice(Math.floor(index / columns) * 3, Math.floor(index / columns) * 3 + 3);
      expect(bars.map(({ y }) => y)).toEqual(line.map(({ y }) => y));
      expect(line.map(({ lines }) => lines.join(' '))).toEqual(groups);
    });
  });

  it('say why there is no bar, in the note where it does not fit beside the axis', () => {
    const wide = drawMultiples(multiples(groups, [panel([0.1, 'not measured: needs shifts', 0.2])]), SIZE, screenType);
    expect(wide.panels[0].bars[1]).toMatchObject({ width: 0, text: 'not measured: needs shifts', absent: true });
    const many = Array.from({ length: 6 }, () => panel([0.1, 'not measured: needs shifts and credentials', 0.2]));
    const narrow = drawMultiples(multiples(groups, many), { width: 560, height: 220 }, screenType);
    expect(narrow.panels[0].bars[1].text).toBe('not measured');
    expect(narrow.panels[0].note.join(' ')).toBe('not measured: needs shifts and credentials');
  });

  it('let no panel touch another, and no value leave its panel', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 9,
        }),
        fc.record({ width: fc.integer({ min: 360, max: 900 }), height: fc.integer({ min: 320, max: 700 }) }),
        anyType,
        (values, size, type) => {
          const { panels, columns } = drawMultiples(
            multiples(
              groups,
              values.map((each) => panel(each.map((percent) => percent / 100))),
            ),
            size,
            type,
          );
          panels.forEach((drawn, index) => {
            for (const { textX, text } of drawn.bars)
              expect(textX + boldWidth(text, type.axis)).toBeLessThanOrEqual(drawn.x + drawn.width + 1e-6);
            expect(drawn.x + drawn.width).toBeLessThanOrEqual(size.width + 1e-6);
            const below = panels[index + columns];
            if (below) expect(below.y).toBeGreaterThanOrEqual(drawn.y + drawn.height);
          });
        },
      ),
    );
  });
});
