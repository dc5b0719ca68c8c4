import { describe, expect, it } from 'vitest';
import type { Chart, Table } from '../../../main/contract/page.ts';
import { layoutOf, mainOf } from '../../../main/contract/paper/page-layout.ts';
import { dots, dotsRow, heat, multiples, panel, pyramid, wards } from '../../renderer/charts.ts';

const table = (rows: number, columns: number): Table => ({
  title: 'Table',
  subtitle: '',
  columns: Array.from({ length: columns }, (_, index) => ({
    id: `${index}`,
    label: `${index}`,
    kind: 'text',
    unit: null,
    currency: null,
    signed: false,
  })),
  rows: Array.from({ length: rows }, (_, index) => ({ id: `${index}`, cells: [], narrow: null, remainder: false })),
});
const FRAME = { title: 'Chart', subtitle: '', description: '' };
const bars = pyramid([['short', 0.1, 0.2]]);

describe('the layout of a page', () => {
  it('is a pair without a second chart, which otherwise goes beneath a short table or between chart and long table', () => {
    expect(layoutOf({ inset: null, table: table(12, 4) })).toBe('pair');
    expect(layoutOf({ inset: bars, table: table(5, 4) })).toBe('stacked');
    expect(layoutOf({ inset: bars, table: table(6, 4) })).toBe('three');
  });

  it('leaves a chart alone where the page has no table', () => {
    expect(layoutOf({ inset: null, table: table(0, 0) })).toBe('alone');
    expect(layoutOf({ inset: null, table: table(0, 4) })).toBe('pair');
    expect(mainOf({ chart: wards, inset: null, table: table(0, 0) })).toBe('even');
  });

  it('gives more room to a chart that is read in detail, unless the table has many columns', () => {
    const detailed: Chart[] = [wards, heat([[1]]), dots([dotsRow({ now: 1 })]), multiples(['a'], [panel([1])])];
    for (const chart of detailed) {
      expect(mainOf({ chart, inset: null, table: table(4, 5) }), chart.kind).toBe('large');
      expect(mainOf({ chart, inset: null, table: table(4, 6) }), chart.kind).toBe('even');
    }
    expect(mainOf({ chart: bars, inset: null, table: table(4, 3) })).toBe('even');
  });

  it('gives less room to a few bars beside a table that is wide and long', () => {
    const pairs: Chart = { ...FRAME, kind: 'pairs', unit: 'count', measures: [], bars: [] };
    expect(mainOf({ chart: pairs, inset: null, table: table(15, 5) })).toBe('small');
    expect(mainOf({ chart: pairs, inset: null, table: table(15, 4) })).toBe('even');
    expect(mainOf({ chart: pairs, inset: null, table: table(8, 5) })).toBe('even');
    expect(mainOf({ chart: pairs, inset: bars, table: table(15, 5) })).toBe('even');
  });
});
