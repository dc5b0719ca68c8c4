import { describe, expect, it } from 'vitest';
import type { Table } from '../../main/contract/page.ts';
import { densityOf } from '../../renderer/print/table-density.ts';

const table = (names: readonly string[]): Table => ({
  title: 'Where',
  subtitle: '',
  columns: [],
  rows: names.map((text, at) => ({ id: `${at}`, narrow: null, remainder: false, cells: [{ text }] })),
});
const rows = (count: number, name = 'Emergency, Main') => table(Array.from({ length: count }, () => name));

describe('the rows of a table on paper', () => {
  it('are closer together the more there are', () => {
    expect([7, 11, 15, 16].map((count) => densityOf(rows(count), 'pair'))).toEqual([
      'open',
      'close',
      'tight',
      'tightest',
    ]);
  });

  it('leave room for a chart beneath', () => {
    expect([3, 5].map((count) => densityOf(rows(count), 'stacked'))).toEqual(['close', 'tight']);
  });

  it('are as many as their names have lines in a narrow column', () => {
    const long = 'PLEASANT ACRES REHABILITATION AND NURSING CENTER';
    expect([rows(9), rows(9, long)].map((one) => densityOf(one, 'three'))).toEqual(['close', 'tightest']);
    expect(densityOf(rows(9, long), 'pair')).toBe('close');
  });
});
