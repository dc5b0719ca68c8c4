import { displayText } from '../../main/contract/format.ts';
import type { DotsChart } from '../../main/contract/page.ts';
import { scoreText } from './dots-layout.ts';
import { headingOf, type TwinTable } from './twin-table.ts';

/** Rows of dots as a table; a row without a dot says why. */
export function dotsTable({ labels, rows }: DotsChart): TwinTable {
  const hasInterval = rows.some(({ interval }) => interval !== null);
  const optional = (has: boolean, text: string): string[] => (has ? [text] : []);
  const score = (value: number | null): string => (value === null ? '' : scoreText(value));
  const range = (from: number | undefined, to: number | undefined): string =>
    from === undefined || to === undefined ? '' : `${scoreText(from)} to ${scoreText(to)}`;
  const named = [labels.before, labels.target, labels.band];
  return {
    head: [
      '',
      headingOf(labels.now),
      ...optional(hasInterval, 'Interval'),
      ...named.flatMap((label) => (label === null ? [] : [headingOf(label)])),
    ],
    rows: rows.map(({ label, now, before, target, band, interval, absence }) => [
      displayText(label),
      now === null ? displayText(absence ?? 'no data') : scoreText(now),
      ...optional(hasInterval, range(interval?.lower, interval?.upper)),
      ...optional(labels.before !== null, score(before)),
      ...optional(labels.target !== null, score(target)),
      ...optional(labels.band !== null, range(band?.from, band?.to)),
    ]),
  };
}
