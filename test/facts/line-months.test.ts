import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineMonths } from '../../main/facts/line-months.ts';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay, parseIsoDay } from '../../main/model/civil-day.ts';

const day = (text: string) => parseIsoDay(text)!;

describe('a labour line laid over months', () => {
  it('is whole where its days lie in one month', () => {
    const line = { first: day('2025-02-01'), last: day('2025-02-28'), hours: 5, cost: 7 };
    expect(new LineMonths().of(line)).toEqual([{ ...line, month: 2025 * 12 + 1 }]);
  });

  it('goes by days: of 42 days from 27 January to 9 March 5, 28 and 9', () => {
    const parts = new LineMonths().of({ first: day('2025-01-27'), last: day('2025-03-09'), hours: 84, cost: 100_001 });
    // 100,001 × 5/42 = 11,904.9; of the rest 88,096 × 28/37 = 66,667.2
    expect(parts.map(({ hours, cost }) => [hours, cost])).toEqual([
      [10, 11_905],
      [56, 66_667],
      [18, 21_429],
    ]);
  });

  it('adds up exactly and covers every day once, however long and in whatever order lines come', () => {
    const months = new LineMonths();
    const anyLine = fc.record({
      first: fc.integer({ min: -30_000, max: 60_000 }),
      days: fc.integer({ min: 1, max: 200 }),
      hours: fc.integer({ min: -9e9, max: 9e9 }),
      cost: fc.integer({ min: -1e12, max: 1e12 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 8 }), (lines) => {
        for (const { first, days, hours, cost } of lines) {
          const last = first + days - 1;
          const parts = months.of({ first, last, hours, cost });
          expect(parts.reduce((sum, part) => sum + part.hours, 0)).toBe(hours);
          expect(parts.reduce((sum, part) => sum + part.cost, 0)).toBe(cost);
          expect(parts[0].first).toBe(first);
          expect(parts.at(-1)!.last).toBe(last);
          parts.forEach((part, i) => {
            expect([monthOfDay(part.first), monthOfDay(part.last)]).toEqual([part.month, part.month]);
            if (i > 0) expect(part.first).toBe(firstDayOfMonth(part.month));
            if (i + 1 < parts.length) expect(part.last).toBe(lastDayOfMonth(part.month));
          });
        }
      }),
    );
  });
});
