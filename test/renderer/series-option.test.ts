import { describe, expect, it } from 'vitest';
import type { SeriesChart } from '../../main/contract/page.ts';
import { screenType } from '../../main/contract/drawing/frame.ts';
import { drawSeries } from '../../renderer/charts/series-option.ts';
import { lightPalette } from '../../main/contract/drawing/palette.ts';

const chart: SeriesChart = {
  kind: 'series',
  title: 'External share',
  subtitle: '',
  description: '',
  unit: 'share',
  currency: null,
  months: ['2025-11', '2025-12', '2026-01', '2026-02'],
  series: [
    {
      id: 'cost',
      label: 'Cost',
      role: 'cost',
      actual: [0.17, null, 0.2, 0.21],
      prior: [0.16, 0.161, 0.162, null],
      limits: { mean: 0.165, lower: 0.15, upper: 0.18 },
      signals: [
        { index: 2, text: 'signal' },
        { index: 3, text: 'signal' },
      ],
      query: { metric: 'external_share_cost', where: {} },
    },
    {
      id: 'hours',
      label: 'Hours',
      role: 'hours',
      actual: [0.11, 0.11, 0.12, 0.209],
      prior: null,
      limits: null,
      signals: [],
      query: { metric: 'external_share_hours', where: {} },
    },
  ],
};

type Point = {
  value: number | null;
  symbolSize?: number;
  label?: { formatter: string; offset?: [number, number] };
  itemStyle?: unknown;
};
type Line = { id: string; data: Point[]; showSymbol?: boolean; markArea?: { data: { yAxis: number }[][] } };

const drawn = drawSeries(chart, lightPalette, { width: 700, height: 360 }, screenType);
const lines = drawn.option.series as Line[];
const line = (id: string): Line => lines.find((one) => one.id === id)!;

describe('the monthly lines', () => {
  it('carry the values of the model, unrounded, gaps included', () => {
    expect(line('cost').data.map((point) => point.value)).toEqual(chart.series[0].actual);
    expect(line('hours').data.map((point) => point.value)).toEqual(chart.series[1].actual);
    expect(line('cost/prior').data).toEqual(chart.series[0].prior);
  });

  it('have a prior line only where there is a prior year', () => {
    expect(lines.map((one) => one.id)).toEqual(['cost/prior', 'cost', 'hours']);
  });

  it('show natural limits as a band from lower to upper', () => {
    expect(line('cost').markArea?.data).toEqual([[{ yAxis: 0.15 }, { yAxis: 0.18 }]]);
    expect(line('hours').markArea).toBeNull();
  });

  it('ring every signal but name only the first of a run', () => {
    const [, , first, second] = line('cost').data;
    expect(first.itemStyle).toBeDefined();
    expect(first.label?.formatter).toBe('signal');
    expect(second.itemStyle).toBeDefined();
  });

  it('name a signal of the first month to the right of it, where no axis stands', () => {
    const early = { ...chart.series[0], signals: [{ index: 0, text: 'signal' }] };
    const { option } = drawSeries({ ...chart, series: [early] }, lightPalette, { width: 700, height: 360 }, screenType);
    const [, { data }] = option.series as Line[];
    expect(data[0].label!.offset![0]).toBeGreaterThan(0);
    expect(line('cost').data[2].label!.offset![0]).toBeLessThan(0);
  });

  it('are named with their last value at their end', () => {
    expect(line('cost').data.at(-1)!.label?.formatter).toBe('Cost  21.0%');
  });

  it('keep the names of lines that end together apart', () => {
    const shift = (id: string): number => line(id).data.at(-1)!.label!.offset![1];
    expect(shift('hours') - shift('cost')).toBeGreaterThanOrEqual(screenType.label - 1);
  });

  it('share one scale that holds values, prior year and limits', () => {
    expect(drawn.scale.min).toBeLessThanOrEqual(0.11);
    expect(drawn.scale.max).toBeGreaterThanOrEqual(0.21);
  });

  it('never move: a filter changes data, not time', () => {
    expect(drawn.option.animation).toBe(false);
  });

  it('put the year under the first month and under January', () => {
    const { axisLabel } = drawn.option.xAxis as { axisLabel: { formatter: (month: string, index: number) => string } };
    expect(chart.months.map((month, index) => axisLabel.formatter(month, index))).toEqual([
      'Nov\n2025',
      'Dec',
      'Jan\n2026',
      'Feb',
    ]);
  });
});
