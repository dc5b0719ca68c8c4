import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckType, screenType, type Type } from '../../main/contract/drawing/frame.ts';
import { boldWidth, LEADING, textWidth } from '../../main/contract/drawing/labels.ts';
import { endOf, standingAt } from '../../main/contract/drawing/survival-curve.ts';
import { drawSurvival, timeX } from '../../renderer/charts/survival-layout.ts';
import { curve, survival, wards } from './charts.ts';

const SIZE = { width: 620, height: 360 };
const anyType = fc.constantFrom<Type>(screenType, deckType);
const anySize = fc.record({ width: fc.integer({ min: 340, max: 900 }), height: fc.integer({ min: 260, max: 560 }) });
const anyName = fc.constantFrom('ICU', 'Home health, North', 'Med-surg 4W, Main campus of Northlake', 'Ärzte');

/** One to four curves that fall at any times by any amounts, on ticks at any distances. */
const anySurvival = fc
  .record({
    gaps: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 9 }),
    curves: fc.array(
      fc.record({
        label: anyName,
        falls: fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.5, max: 1, noNaN: true })), {
          maxLength: 12,
        }),
        risk: fc.integer({ min: 0, max: 250_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ gaps, curves }) => {
    const ticks = gaps.reduce((all, gap) => [...all, all.at(-1)! + gap], [0]);
    return survival(
      ticks,
      curves.map(({ label, falls, risk }, index) => {
        const points: { time: number; survival: number; lower: number | null; upper: number | null }[] = [];
        for (const [gap, factor] of falls) {
          const before = points.at(-1) ?? { time: 0, survival: 1 };
          const share = before.survival * factor;
          points.push({
            time: before.time + gap,
            survival: share,
            lower: share * 0.9,
            upper: Math.min(1, share * 1.1),
          });
        }
        return curve({ id: `${index}`, label, points, atRisk: ticks.map((_, tick) => Math.round(risk / (tick + 1))) });
      }),
    );
  });

describe('a survival curve', () => {
  const [nurses, doctors] = wards.curves;

  it('stays on its level until somebody leaves', () => {
    expect([0, 9, 10, 19, 20, 30].map((time) => standingAt(nurses, time, wards.ticks)?.survival)).toEqual([
      1, 1, 0.8, 0.8, 0.7, 0.7,
    ]);
  });

  it('says nothing before it starts', () => {
    expect(standingAt(doctors, 14, wards.ticks)).toBeNull();
    expect(standingAt(doctors, 15, wards.ticks)).toEqual({ survival: 1, lower: null, upper: null });
  });

  it('ends with its last point, or where people were last seen to be at risk', () => {
    expect(endOf(nurses, wards.ticks)).toBe(30);
    expect(endOf({ ...nurses, atRisk: [10, 8, null] }, wards.ticks)).toBe(20);
    expect(standingAt({ ...nurses, atRisk: [10, 8, null] }, 21, wards.ticks)).toBeNull();
  });
});

describe('the drawing of survival curves', () => {
  it('falls in steps from 100% at the start to the end of the axis', () => {
    const { curves, plot, axisY, scale } = drawSurvival(wards, SIZE, screenType);
    const x = timeX(wards, plot, SIZE);
    const y = (share: number): number => plot.top + ((1 - share) / (1 - scale.min)) * (axisY - plot.top);
    const [, ...corners] = curves[0].path.match(/^M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)$/)!;
    [x(0), y(1), x(10), y(0.8), x(20), y(0.7), x(30)].forEach((at, index) => {
      expect(Number(corners[index])).toBeCloseTo(at, 1);
    });
  });

  it('has a band only where there are bounds', () => {
    const { curves, plot } = drawSurvival(wards, SIZE, screenType);
    expect(curves[0].bands).toHaveLength(1);
    expect(Number(/^M([\d.]+)/.exec(curves[0].bands[0])![1])).toBeCloseTo(timeX(wards, plot, SIZE)(10), 1);
    expect(curves[1].bands).toEqual([]);
  });

  it('tells up to four lines apart by their dashes', () => {
    const four = survival(
      [0, 10],
      ['a', 'b', 'c', 'd'].map((label) => curve({ label, atRisk: [4, 4] })),
    );
    expect(new Set(drawSurvival(four, SIZE, screenType).curves.map(({ dash }) => dash)).size).toBe(4);
  });

  it('stands every number at risk under its tick', () => {
    const { ticks, risk, plot } = drawSurvival(wards, SIZE, screenType);
    const x = timeX(wards, plot, SIZE);
    expect(ticks.map(({ index, text }) => [index, text])).toEqual([
      [0, '0'],
      [1, '15'],
      [2, '30'],
    ]);
    for (const tick of ticks) expect(tick.x).toBe(x(wards.ticks[tick.index]));
    expect(risk.rows.map(({ cells }) => cells)).toEqual([
      ['10', '8', '7'],
      ['–', '5', '5'],
    ]);
  });

  it('names curves with like beginnings in full, or by what tells them apart', () => {
    const chart = survival(
      [0, 12, 24],
      ['Northlake', 'Bayside', 'Northlake Clinics', 'Northlake Home'].map((label) =>
        curve({
          id: label,
          label,
          points: [{ time: 10, survival: 0.553, lower: null, upper: null }],
          atRisk: [90, 80, 70],
        }),
      ),
    );
    const namesAt = (width: number, height: number) => {
      const { curves, risk } = drawSurvival(chart, { width, height }, deckType);
      return [...curves.map(({ end }) => end!.label.join(' ')), ...risk.rows.map(({ label }) => label)];
    };
    expect(namesAt(700, 210)).toEqual([
      ...chart.curves.map(({ label }) => `${label}  55.3%`),
      ...chart.curves.map(({ label }) => label),
    ]);
    expect(new Set(namesAt(420, 210)).size).toBe(8);
  });

  it('never lets two names touch, nor leave the drawing', () => {
    fc.assert(
      fc.property(anySurvival, anySize, anyType, (chart, size, type) => {
        const { curves, axisY, plot } = drawSurvival(chart, size, type);
        const labels = curves
          .flatMap(({ end }) => (end ? [end] : []))
          .map(({ label, labelY }) => {
            const half = (label.length * type.label * LEADING) / 2;
            return {
              top: labelY - half,
              bottom: labelY + half,
              width: Math.max(...label.map((line) => boldWidth(line, type.label))),
            };
          })
          .sort((a, b) => a.top - b.top);
        labels.forEach((label, index) => {
          if (index > 0) expect(label.top).toBeGreaterThanOrEqual(labels[index - 1].bottom - 1e-6);
          expect(label.top).toBeGreaterThanOrEqual(-1e-6);
          expect(label.bottom).toBeLessThanOrEqual(axisY + type.label);
          expect(label.width).toBeLessThanOrEqual(plot.right);
        });
      }),
    );
  });

  it('never lets two numbers of a row touch, and keeps the first and the last column where both have room', () => {
    fc.assert(
      fc.property(anySurvival, anySize, anyType, (chart, size, type) => {
        const { ticks, risk } = drawSurvival(chart, size, type);
        expect(ticks.at(-1)!.index).toBe(chart.ticks.length - 1);
        expect(ticks[0].index).toBe(0);
        for (const texts of [
          ticks.map(({ text }) => text),
          ...risk.rows.map(({ cells }) => ticks.map(({ index }) => cells[index])),
        ])
          texts.forEach((text, column) => {
            if (column === 0) return;
            const room = ticks[column].x - ticks[column - 1].x;
            expect((textWidth(text, type.axis) + textWidth(texts[column - 1], type.axis)) / 2).toBeLessThan(room);
          });
      }),
    );
  });

  it('draws ten thousand days with no more corners than there are half pixels', () => {
    const points = Array.from({ length: 10_000 }, (_, day) => ({
      time: day + 1,
      survival: 1 - (day + 1) / 20_000,
      lower: null,
      upper: null,
    }));
    const { curves } = drawSurvival(survival([0, 10_000], [curve({ points, atRisk: [10, 5] })]), SIZE, screenType);
    expect(curves[0].path.match(/V/g)!.length).toBeLessThan(SIZE.width * 2);
    expect(curves[0].end!.y).toBeCloseTo(Number(/V([\d.]+)H[\d.]+$/.exec(curves[0].path)![1]), 1);
  });
});
