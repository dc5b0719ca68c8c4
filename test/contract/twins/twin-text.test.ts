import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../main/contract/page.ts';
import { twinOf } from '../../../main/contract/twins/chart-table.ts';
import { twinText } from '../../../main/contract/twins/twin-text.ts';
import { dots, dotsRow, heat, multiples, panel, pyramid, wards } from '../../renderer/charts.ts';

/** As the window prints it. */
function printed(chart: Chart): { head: string[]; rows: string[][] } {
  const { head, rows } = twinOf(chart);
  return { head, rows: rows.map((cells) => cells.map(twinText)) };
}

describe('the table beside', () => {
  it('survival curves has share, interval and number at risk at every tick, and says where a curve starts', () => {
    expect(printed(wards)).toEqual({
      head: ['Days', 'Nurses', 'Nurses, at risk', 'Doctors', 'Doctors, at risk'],
      rows: [
        ['0', '100.0%', '10', 'starts at 15', 'not shown'],
        ['15', '80.0% (58.7% to 100.0%)', '8', '100.0%', '5'],
        ['30', '70.0% (46.7% to 100.0%)', '7', '80.0%', '5'],
      ],
    });
  });

  it('survival curves says where a curve starts late or ends early', () => {
    const [nurses] = wards.curves;
    expect(printed({ ...wards, curves: [{ ...nurses, atRisk: [10, 8, null] }] }).rows[2]).toEqual([
      '30',
      'ends at 20',
      'not shown',
    ]);
    expect(printed({ ...wards, curves: [{ ...nurses, from: 0.4 }] }).rows[0][1]).toBe('starts at 0.4');
  });

  it('a bridge of shares has totals in percent and what lies between them in points', () => {
    const steps = [
      { label: 'Voluntary', value: 0.151, total: true, role: 'neutral' as const, note: null, query: null },
      { label: 'Involuntary', value: 0.036, total: false, role: 'increase' as const, note: null, query: null },
      { label: 'All', value: 0.187, total: true, role: 'total' as const, note: null, query: null },
    ];
    const chart = {
      kind: 'bridge',
      unit: 'ratio',
      currency: null,
      title: '',
      subtitle: '',
      description: '',
      steps,
    } as const;
    expect(printed({ ...chart, steps }).rows.map(([, amount]) => amount)).toEqual(['15.1%', '+3.6 pt', '18.7%']);
  });

  it('a heat table has its values, and in a blank cell the reason', () => {
    expect(
      printed(
        heat([
          [0.95, 0.9],
          [0.925, 'not yet reached'],
        ]),
      ),
    ).toEqual({
      head: ['Hired in', 'Size', '1', '2'],
      rows: [
        ['Cohort 1', '20', '95.0%', '90.0%'],
        ['Cohort 2', '21', '92.5%', 'not yet reached'],
      ],
    });
  });

  it('a pyramid goes from the top band down', () => {
    expect(
      printed(
        pyramid([
          ['short', 0.4, 0.1],
          ['long', null, 0.6],
        ]),
      ),
    ).toEqual({
      head: ['', 'Leavers', 'In post'],
      rows: [
        ['long', 'not shown', '60.0%'],
        ['short', '40.0%', '10.0%'],
      ],
    });
  });

  it('dots has every mark of a row, and for a missing dot the reason', () => {
    const chart = dots([
      dotsRow({ now: 48, before: 44, target: 90, band: { from: 85, to: 100 }, interval: { lower: 43, upper: 52 } }),
      dotsRow({ label: 'Policies', before: 60, absence: 'not measured: needs policies' }),
    ]);
    expect(printed(chart)).toEqual({
      head: ['', 'Now', 'Interval', 'At close', 'Target', 'Within chance'],
      rows: [
        ['Pay bands', '48', '43 to 52', '44', '90', '85 to 100'],
        ['Policies', 'not measured: needs policies', '', '60', '', ''],
      ],
    });
  });

  it('small multiples has a row a measure, each in its unit, with its note', () => {
    const chart = multiples(
      ['Lakeside', 'Bayside'],
      [
        panel([0.18, 0.2], { note: 'no detectable difference' }),
        panel([4_200, 'not measured: needs costs'], { title: 'Cost per hour', unit: 'money', currency: 'USD' }),
      ],
    );
    expect(printed(chart)).toEqual({
      head: ['Measure', 'Lakeside', 'Bayside', 'Note'],
      rows: [
        ['Turnover', '18.0%', '20.0%', 'no detectable difference'],
        ['Cost per hour', '$42', 'not measured: needs costs', ''],
      ],
    });
  });

  it('monthly lines says the same as the chart, gaps and signals included', () => {
    const chart: Chart = {
      kind: 'series',
      title: '',
      subtitle: '',
      description: '',
      unit: 'share',
      currency: null,
      months: ['2026-01', '2026-02'],
      series: [
        {
          id: 'a',
          label: 'Cost',
          role: 'cost',
          actual: [0.1, null],
          prior: [0.09, 0.08],
          limits: null,
          signals: [{ index: 0, text: 'signal' }],
          query: { metric: 'm', where: {} },
        },
      ],
    };
    expect(printed(chart)).toEqual({
      head: ['Month', 'Cost', 'Cost, prior year', 'Signals'],
      rows: [
        ['Jan 2026', '10.0%', '9.0%', 'Cost: signal'],
        ['Feb 2026', 'n/a', '8.0%', ''],
      ],
    });
  });
});
