import type { Table, TableCell, TableColumn, TableRow } from '../contract/page.ts';
import type { Figure, FigureQuery } from '../contract/figure.ts';
import type { Unit } from '../contract/units.ts';
import { absenceText } from './page.ts';

export function textColumn(id: string, label: string): TableColumn {
  return { id, label, kind: 'text', unit: null, currency: null, signed: false };
}

export function numberColumn(
  id: string,
  label: string,
  unit: Unit,
  options: { currency?: string | null; bar?: boolean; signed?: boolean } = {},
): TableColumn {
  return {
    id,
    label,
    kind: options.bar ? 'bar' : 'number',
    unit,
    currency: options.currency ?? null,
    signed: options.signed ?? false,
  };
}

/** A figure as a table cell that leads to its rows. */
export function figureCell(figure: Figure | undefined, query: FigureQuery | null): TableCell {
  return figure === undefined
    ? { value: null, absence: 'no rows', query: null }
    : { value: figure.value, absence: figure.value === null ? absenceText(figure) : null, query };
}

export function valueCell(value: number | null, query: FigureQuery | null = null): TableCell {
  return { value, absence: value === null ? 'not measured' : null, query };
}

/** The row that sums up what a table does not list. */
export function remainderRow(cells: TableCell[]): TableRow {
  return { id: 'remainder', narrow: null, remainder: true, cells };
}

export const EMPTY_TABLE: Table = {
  title: 'Nothing to list',
  subtitle: 'No rows in this period and scope',
  columns: [],
  rows: [],
};
