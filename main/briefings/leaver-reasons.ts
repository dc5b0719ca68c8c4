import { EXIT_WAYS, isSeparation } from '../analyses/retention/presences.ts';
import { mergeSmallKinds } from '../analyses/retention/small-kinds.ts';
import type { Table, TableRow } from '../contract/page.ts';
import type { PageContext } from './page.ts';
import type { PeopleScope } from './people-scope.ts';
import { EMPTY_TABLE, numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

/** As many as leave room for a second chart beneath the table. */
const SHOWN_REASONS = 5;

/** Reasons as the rosters give them, under the way of leaving that each counts as; those of few people together. */
export function reasonsTable(context: PageContext, { presences }: PeopleScope): Table {
  const leavers = presences.flatMap(({ spell, departure }) =>
    isSeparation(departure) ? [{ way: departure, reason: spell.reason ?? 'No reason given' }] : [],
  );
  if (leavers.length === 0) return EMPTY_TABLE;
  const ways = mergeSmallKinds(
    EXIT_WAYS.map((kind) => ({ kind, count: leavers.filter(({ way }) => way === kind).length })),
  );
  const rows = ways
    .flatMap(({ kinds }) => {
      const counts = new Map<string, number>();
      for (const { way, reason } of leavers) if (kinds.includes(way)) counts.set(reason, (counts.get(reason) ?? 0) + 1);
      const named = [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
      return mergeSmallKinds(named).map((merged) => ({ ways: kinds, reasons: merged.kinds, count: merged.count }));
    })
    .sort((a, b) => b.count - a.count || (a.reasons[0] < b.reasons[0] ? -1 : 1));
  const shown = rows.slice(0, rows.length > SHOWN_REASONS ? SHOWN_REASONS - 1 : SHOWN_REASONS);
  const rest = rows.slice(shown.length);
  const cells = (count: number, variant: string | null): TableRow['cells'] => {
    const query = variant === null ? null : context.query('separations', variant);
    return [valueCell(count, query), valueCell(count / leavers.length, query)];
  };
  return {
    title: 'Why they left',
    subtitle: 'Reasons as the rosters give them, and the way of leaving each counts as',
    columns: [
      textColumn('reason', 'Reason'),
      textColumn('way', 'Counts as'),
      numberColumn('leavers', 'Leavers', 'count'),
      numberColumn('share', 'Of all', 'share', { bar: true }),
    ],
    rows: [
      ...shown.map(({ ways: kinds, reasons, count }): TableRow => ({
        id: `${kinds.join(' ')} ${reasons.join(' ')}`,
        narrow: null,
        remainder: false,
        cells: [
          { text: reasons.length > 2 ? `${reasons[0]} and ${reasons.length - 1} others` : reasons.join(' or ') },
          { text: kinds.join(' or ') },
          ...cells(count, kinds.length === 1 ? kinds[0] : 'all'),
        ],
      })),
      ...(rest.length > 0
        ? [
            remainderRow([
              { text: `${rest.reduce((sum, { reasons }) => sum + reasons.length, 0)} other reasons` },
              { text: '' },
              ...cells(
                rest.reduce((sum, { count }) => sum + count, 0),
                null,
              ),
            ]),
          ]
        : []),
    ],
  };
}
