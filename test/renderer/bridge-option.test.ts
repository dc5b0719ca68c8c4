import { describe, expect, it } from 'vitest';
import type { BridgeChart } from '../../main/contract/page.ts';
import { spansOf } from '../../main/contract/drawing/bridge-levels.ts';
import { drawBridge } from '../../renderer/charts/bridge-option.ts';
import { screenType } from '../../main/contract/drawing/frame.ts';
import { lightPalette } from '../../main/contract/drawing/palette.ts';

const step = (label: string, value: number, total = false): BridgeChart['steps'][number] => ({
  label,
  value,
  total,
  role: total ? 'total' : value < 0 ? 'decrease' : 'increase',
  note: null,
  query: null,
});
const bridge = (steps: BridgeChart['steps']): BridgeChart => ({
  kind: 'bridge',
  title: '',
  subtitle: '',
  description: '',
  unit: 'money',
  currency: 'USD',
  steps,
});
const draw = (chart: BridgeChart) => drawBridge(chart, lightPalette, { width: 700, height: 360 }, screenType);

const change = [
  step('Before', 10_000, true),
  step('Volume', 3_000),
  step('Mix', -1_000),
  step('Rate', 2_000),
  step('After', 14_000, true),
];

describe('the bridge', () => {
  it('stands each step on the level before it, and totals on zero', () => {
    expect(spansOf(change)).toEqual([
      { from: 0, to: 10_000 },
      { from: 10_000, to: 13_000 },
      { from: 13_000, to: 12_000 },
      { from: 12_000, to: 14_000 },
      { from: 0, to: 14_000 },
    ]);
  });

  it('ends each step where the last total ends when the model adds up', () => {
    const spans = spansOf(change);
    expect(spans.at(-2)!.to).toBe(spans.at(-1)!.to);
  });

  it('gives the drawing exactly these spans', () => {
    const [series] = draw(bridge(change)).option.series as { data: number[][] }[];
    expect(series.data).toEqual(spansOf(change).map((span, index) => [index, span.from, span.to]));
  });

  it('starts at zero when the changes can be seen beside the totals', () => {
    const drawn = draw(bridge(change));
    expect(drawn.cut).toBe(false);
    expect(drawn.scale.min).toBe(0);
  });

  it('cuts the totals, and says so, when the changes would be slivers', () => {
    const small = draw(bridge([step('Before', 1_000_000, true), step('Rate', 20_000), step('After', 1_020_000, true)]));
    expect(small.cut).toBe(true);
    expect(small.scale.min).toBeGreaterThan(0);
    expect(small.scale.min).toBeLessThan(1_000_000);
  });

  it('goes below zero with a level that does', () => {
    const drawn = draw(bridge([step('Before', 500, true), step('Refund', -900), step('After', -400, true)]));
    expect(drawn.scale.min).toBeLessThanOrEqual(-400);
  });

  it('names every second step lower where the names would have to be small', () => {
    const leavers = [
      'At the start',
      'Hired',
      'Rehired',
      'Acquired',
      'Voluntary',
      'Involuntary',
      'Unclassified',
      'At the end',
    ];
    const names = (width: number): { lines: string[]; fontSize: number } => {
      const steps = leavers.map((label, index) => step(label, 10, index === 0 || index === leavers.length - 1));
      const { option } = drawBridge(bridge(steps), lightPalette, { width, height: 360 }, screenType);
      const { axisLabel } = option.xAxis as {
        axisLabel: { fontSize: number; formatter: (_: string, index: number) => string };
      };
      return { lines: leavers.map((_, index) => axisLabel.formatter('', index)), fontSize: axisLabel.fontSize };
    };
    expect(names(900).lines).toEqual(
      leavers.map((label) => expect.stringMatching(new RegExp(`^${label.split(' ')[0]}`))),
    );
    const narrow = names(480);
    expect(narrow.fontSize).toBeGreaterThan(10);
    expect(narrow.lines.map((text) => text.startsWith('\n'))).toEqual(leavers.map((_, index) => index % 2 === 1));
    expect(narrow.lines.join(' ')).not.toContain('…');
  });
});
