import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../main/contract/page.ts';
import { failureOf } from '../../renderer/api.ts';
import { barMaxima, cellText } from '../../main/contract/paper/cell-text.ts';
import { splitChange } from '../../main/contract/paper/split-change.ts';
import { quantityText } from '../../renderer/figures/quantity-text.ts';
import { monthsBetween, periodOffers } from '../../renderer/filters/months.ts';
import { scopeInWords } from '../../renderer/filters/scope-words.ts';

const column = (over: Partial<TableColumn>): TableColumn => ({
  id: 'c',
  label: 'Column',
  kind: 'number',
  unit: 'share',
  currency: null,
  signed: false,
  ...over,
});

describe('a failure', () => {
  it('is read from the message of the error, also behind words of the transport', () => {
    const failure = { code: 'no_workspace', message: 'Open a workspace first.', place: { file: 'a.csv' } };
    expect(failureOf(new Error(JSON.stringify(failure)))).toEqual(failure);
    expect(failureOf(new Error(`Error invoking remote method: Error: ${JSON.stringify(failure)}`))).toEqual(failure);
  });

  it('is ours when it says nothing that we know', () => {
    expect(failureOf(new Error('boom {'))).toEqual({ code: 'fault', message: 'boom {', place: {} });
  });
});

describe('a table cell', () => {
  const cell = (value: number | null) => ({ value, absence: null, query: null });

  it('prints a share, a signed difference in points, and money', () => {
    expect(cellText(cell(0.314), column({}))).toBe('31.4%');
    expect(cellText(cell(0.206), column({ signed: true }))).toBe('+20.6 pt');
    expect(cellText(cell(490_000_000), column({ unit: 'money', currency: 'USD' }))).toBe('$4.9M');
  });

  it('does not repeat a unit that the heading has', () => {
    expect(cellText(cell(0.206), column({ signed: true, label: 'Gap, pt' }))).toBe('+20.6');
    expect(cellText(cell(0.206), column({ label: 'Gap, pt' }))).toBe('20.6');
  });

  it('shows that there is no figure, and removes what could disguise text', () => {
    expect(cellText(cell(null), column({}))).toBe('n/a');
    expect(cellText({ text: 'ICU\u202egnp' }, column({ kind: 'text', unit: null }))).toBe('ICUgnp');
  });

  it('has a bar measured by the largest in its column, whatever the sign', () => {
    const rows = [cell(0.1), cell(-0.4), cell(null)].map((one) => ({ cells: [one], remainder: false }));
    expect(barMaxima([column({ kind: 'bar' })], rows)).toEqual([0.4]);
    expect(barMaxima([column({ kind: 'bar' })], [...rows, { cells: [cell(9)], remainder: true }])).toEqual([0.4]);
  });
});

describe('words', () => {
  it('set the amount of a change apart from what it is compared with', () => {
    expect(splitChange('+0.6 pt vs prior year')).toEqual({ amount: '+0.6 pt', rest: ' vs prior year' });
    expect(splitChange('flat')).toEqual({ amount: 'flat', rest: '' });
  });

  it('name the scope by its only filter, or by how many there are', () => {
    const dimensions = [{ id: 'site', label: 'Site', values: [{ code: 'L', label: 'Lakeside' }] }];
    const site = { dimension: 'site', codes: ['L', 'B', 'N'], labels: {} };
    expect(scopeInWords([], dimensions)).toBe('All entities');
    expect(scopeInWords([site], dimensions)).toBe('Lakeside and 2 more');
    expect(scopeInWords([site, { dimension: 'job', codes: ['RN'], labels: { RN: 'Nurse' } }], dimensions)).toBe(
      '2 filters',
    );
  });

  it('print the parts of a figure about cost as money, and of hours as hours', () => {
    expect(quantityText(123_456, { metric: 'external_share_cost', unit: 'share', currency: 'USD' })).toBe('$1,234.56');
    expect(quantityText(1234.5, { metric: 'external_share_hours', unit: 'share', currency: 'USD' })).toBe('1,234.50');
    expect(quantityText(null, { metric: 'fte', unit: 'fte', currency: null })).toBe('n/a');
  });
});

describe('periods', () => {
  it('run from month to month over years', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2025-11')).toEqual([]);
  });

  it('are offered only within what the workspace covers', () => {
    expect(periodOffers('2026-05', '2026-09').map((offer) => offer.label)).toEqual([
      'Last 3 months',
      'Last month',
      'Everything',
    ]);
    expect(periodOffers('2024-04', '2026-09')[0]).toEqual({ label: 'Last 12 months', from: '2025-10', to: '2026-09' });
  });
});
