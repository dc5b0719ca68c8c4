import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDots, scoreX } from '../../../main/contract/drawing/dots-layout.ts';
import { deckType, screenType, type Type } from '../../../main/contract/drawing/frame.ts';
import { boldWidth, textWidth } from '../../../main/contract/drawing/labels.ts';
import { dots, dotsRow } from '../../renderer/charts.ts';

const SIZE = { width: 640, height: 400 };
const anyScore = fc.integer({ min: 0, max: 100 });
const anyMaybe = fc.option(anyScore);
const anyRow = fc
  .record({ now: anyMaybe, before: anyMaybe, target: anyMaybe, ends: fc.option(fc.tuple(anyScore, anyScore)) })
  .map(({ ends, ...row }) => {
    const [lower, upper] = ends ? [...ends, row.now ?? 0].sort((a, b) => a - b).filter((_, at) => at !== 1) : [];
    return dotsRow({ ...row, interval: lower === undefined || upper === undefined ? null : { lower, upper } });
  });

describe('rows of dots', () => {
  it('stand on one scale, dots, targets, bands and intervals alike', () => {
    const chart = dots(
      [
        dotsRow({
          now: 80,
          before: 40,
          target: 90,
          band: { from: 85, to: 100 },
          interval: { lower: 75, upper: 85 },
        }),
        dotsRow({ now: 40 }),
      ],
      { from: 20, to: 100 },
    );
    const { plot, rows } = drawDots(chart, SIZE, screenType);
    const x = (score: number): number => plot.left + ((score - 20) / 80) * (SIZE.width - plot.left - plot.right);
    expect(rows[0]).toMatchObject({ now: x(80), before: x(40), target: x(90), interval: { from: x(75), to: x(85) } });
    expect(rows[0].band!.x + rows[0].band!.width).toBeCloseTo(x(100), 6);
    expect(rows[1].now).toBe(rows[0].before);
  });

  it('keep off the scale what is off the scale', () => {
    const chart = dots([dotsRow({ now: 10 })], { from: 20, to: 100 });
    const { plot, rows } = drawDots(chart, SIZE, screenType);
    expect(rows[0].now).toBe(plot.left);
    expect(scoreX(chart, plot, SIZE)(130)).toBeCloseTo(SIZE.width - plot.right, 6);
  });

  it('follow each other at equal distances within the drawing', () => {
    const { rows, row, plot } = drawDots(dots(Array.from({ length: 10 }, () => dotsRow({ now: 50 }))), SIZE, deckType);
    rows.forEach(({ y }, index) => expect(y).toBeCloseTo(plot.top + (index + 0.5) * row, 6));
    expect(rows.at(-1)!.y + row / 2).toBeLessThanOrEqual(SIZE.height);
  });

  it('never print a value over a mark of their row, nor outside the drawing', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 10 }),
        fc.record({ width: fc.integer({ min: 260, max: 900 }), height: fc.integer({ min: 200, max: 500 }) }),
        fc.constantFrom<Type>(screenType, deckType),
        (given, size, type) => {
          const { rows, radius } = drawDots(dots(given), size, type);
          for (const { now, before, target, interval, text } of rows) {
            if (now === null) continue;
            const label = { from: text.x, to: text.x + boldWidth(text.lines[0], type.label) };
            expect(label.from).toBeGreaterThanOrEqual(0);
            expect(label.to).toBeLessThanOrEqual(size.width + 1e-6);
            const marks = [
              { from: now - radius, to: now + radius },
              ...(before === null
                ? []
                : [{ from: Math.min(before, now) - radius, to: Math.max(before, now) + radius }]),
              ...(target === null ? [] : [{ from: target, to: target }]),
              ...(interval === null ? [] : [interval]),
            ];
            for (const mark of marks)
              expect(label.to < mark.from || label.from > mark.to, JSON.stringify({ label, mark })).toBe(true);
          }
        },
      ),
    );
  });

  it('name both where the value stands beyond the earlier dot and would be read as its', () => {
    const textOf = (row: Parameters<typeof dotsRow>[0]) =>
      drawDots(dots([dotsRow(row)]), SIZE, deckType).rows[0].text.lines;
    const wide = { lower: 0, upper: 26 };
    expect(textOf({ now: 13, before: 35, target: 90, interval: wide })).toEqual(['13, was 35']);
    expect(textOf({ now: 71, before: 57, target: 90 })).toEqual(['71']);
    expect(textOf({ now: 57, before: 71 })).toEqual(['57']);
    // No room before the target.
    expect(textOf({ now: 13, before: 35, target: 47, interval: wide })).toEqual(['13']);
  });

  it('say why there is no dot, clear of an earlier value', () => {
    fc.assert(
      fc.property(anyMaybe, fc.constantFrom(screenType, deckType), (before, type) => {
        const { rows, plot, radius } = drawDots(
          dots([dotsRow({ before, absence: 'not measured: needs shifts' })]),
          SIZE,
          type,
        );
        const [{ text, now }] = rows;
        expect(now).toBeNull();
        expect(text.lines.join(' ')).toBe('not measured: needs shifts');
        const width = Math.max(...text.lines.map((line) => textWidth(line, type.axis)));
        const [from, to] = text.anchor === 'start' ? [text.x, text.x + width] : [text.x - width, text.x];
        expect(from).toBeGreaterThanOrEqual(plot.left);
        expect(to).toBeLessThanOrEqual(SIZE.width);
        const earlier = rows[0].before;
        if (earlier !== null) expect(to <= earlier - radius || from >= earlier + radius).toBe(true);
      }),
    );
  });

  it('have a key for the marks that there are, on more lines where one is too short', () => {
    const marks = (chart: Parameters<typeof drawDots>[0], width = SIZE.width) =>
      drawDots(chart, { ...SIZE, width }, screenType).key;
    const plain = dots([dotsRow({ now: 50, before: 40, target: 90 })]);
    expect(marks(plain).map(({ mark }) => mark)).toEqual(['now', 'before', 'target', 'band']);
    const full = dots([dotsRow({ now: 50, interval: { lower: 40, upper: 60 }, tone: 'worse' })]);
    expect(marks(full).map(({ mark }) => mark)).toEqual(['now', 'worse', 'before', 'target', 'interval', 'band']);
    expect(new Set(marks(full).map(({ y }) => y)).size).toBe(1);
    const narrow = marks(full, 260);
    expect(new Set(narrow.map(({ y }) => y)).size).toBeGreaterThan(1);
    for (const { textX, text } of narrow) expect(textX + textWidth(text, screenType.axis)).toBeLessThanOrEqual(260);
  });
});
