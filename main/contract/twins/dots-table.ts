import type { DotsChart } from '../page.ts';
import { headingOf, numberIn, type TwinCell, type TwinTable } from './twin-table.ts';

/** Rows of dots as a table; a row without a dot says why. */
export function dotsTable({ labels, rows }: DotsChart): TwinTable {
  const hasInterval = rows.some(({ interval }) => interval !== null);
  const optional = (has: boolean, cell: TwinCell): TwinCell[] => (has ? [cell] : []);
  const named = [labels.before, labels.target, labels.band];
  return {
    head: [
      '',
      headingOf(labels.now),
      ...(hasInterval ? ['Interval'] : []),
      ...named.flatMap((label) => (label === null ? [] : [headingOf(label)])),
    ],
    rows: rows.map(({ label, now, before, target, band, interval, absence }) => [
      label,
      now === null ? (absence ?? 'no data') : score(now),
      ...optional(hasInterval, range(interval?.lower, interval?.upper)),
      ...optional(labels.before !== null, score(before)),
      ...optional(labels.target !== null, score(target)),
      ...optional(labels.band !== null, range(band?.from, band?.to)),
    ]),
  };
}

function score(value: number | null): TwinCell {
  return value === null ? '' : numberIn(value, 'count');
}

function range(lower: number | undefined, upper: number | undefined): TwinCell {
  if (lower === undefined || upper === undefined) return '';
  return { value: null, bounds: { lower, upper }, unit: 'count', currency: null, signed: false };
}
