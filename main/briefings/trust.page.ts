import type { Figure } from '../contract/figure.ts';
import { formatDay, formatValue } from '../contract/format.ts';
import type { BridgeChart, Kpi, Table } from '../contract/page.ts';
import acceptedRows from '../metrics/definitions/accepted-rows-share.definition.ts';
import { formatIsoDay } from '../model/civil-day.ts';
import { workforceOf } from '../workforce/workforce.ts';
import type { StoredBatch } from '../ports/store.ts';
import { analysisFigure } from './analysis-figure.ts';
import { definePage, kpi } from './page.ts';
import type { PageContext } from './page.ts';
import { EMPTY_TABLE, numberColumn, remainderRow, textColumn, valueCell } from './table-columns.ts';

const MOST_BATCHES = 9;
const FEWEST_BATCHES = 4;

export default definePage({
  id: 'trust',
  label: 'Can we trust this',
  question: 'Can we trust this?',
  definitions: ['accepted_rows_share', 'unresolved_hours_share', 'unpriced_hours_share'],
  build(context) {
    const batches = context.view.store.batches().filter((batch) => batch.state === 'published');
    const ledger = totalsOf(batches);
    const { limits } = workforceOf(context.view);
    const unresolved = context.figure('unresolved_hours_share', context.period);
    return {
      title: titleOf(ledger, unresolved),
      kpis: [
        acceptedKpi(context, ledger),
        kpi(context, {
          id: 'unresolved',
          label: 'Hours unresolved',
          metric: 'unresolved_hours_share',
          lowerIsBetter: true,
          detail: exclusionDetail,
        }),
        kpi(context, {
          id: 'unpriced',
          label: 'External hours without cost',
          metric: 'unpriced_hours_share',
          lowerIsBetter: true,
          detail: (figure) => (figure.value === null ? '' : 'blank cost is unknown, never zero'),
        }),
        kpi(context, {
          id: 'hours',
          label: 'Productive hours covered',
          metric: 'productive_hours',
          lowerIsBetter: false,
          detail: () => coverageText(context),
        }),
      ],
      chart: bridgeOf(ledger),
      inset: null,
      // A sheet has room for so much: what cannot be told goes before which extract it came with.
      table: tableOf(batches, Math.max(FEWEST_BATCHES, MOST_BATCHES - limits.length)),
      recommendation: recommendationOf(context, unresolved),
      notices: [...warningsOf(batches), ...limits],
    };
  },
});

type Ledger = {
  read: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  restated: number;
  extracts: number;
};

function totalsOf(batches: readonly StoredBatch[]): Ledger {
  const sum = (pick: (batch: StoredBatch) => number) => batches.reduce((total, batch) => total + pick(batch), 0);
  return {
    read: sum((b) => b.rowsRead),
    accepted: sum((b) => b.accepted),
    quarantined: sum((b) => b.quarantined),
    duplicates: sum((b) => b.duplicates),
    restated: sum((b) => b.restated),
    extracts: batches.length,
  };
}

function titleOf(ledger: Ledger, unresolved: Figure): string {
  if (ledger.read === 0) return 'There are no extracts to trust or doubt yet';
  const quarantined = ledger.quarantined === 0 ? 'none is' : `${fineShare(ledger.quarantined / ledger.read)} are`;
  const hours =
    unresolved.value === null
      ? 'no hours to resolve'
      : unresolved.value === 0
        ? 'no hours are unresolved'
        : `${fineShare(unresolved.value)} of hours are unresolved`;
  return `Every one of ${formatValue(ledger.read, 'count', { full: true })} rows is accounted for: ${quarantined} in quarantine, and ${hours}`;
}

/** A small share that is not zero must not read as zero. */
function fineShare(share: number): string {
  return share < 0.0001 ? 'under 0.01%' : formatValue(share, 'share', { decimals: 2 });
}

function acceptedKpi(context: PageContext, ledger: Ledger): Kpi {
  const figure = analysisFigure(acceptedRows, {
    value: ledger.read === 0 ? null : ledger.accepted / ledger.read,
    numerator: ledger.accepted,
    denominator: ledger.read,
    rows: ledger.accepted,
    absence: 'no_base',
  });
  return {
    id: 'accepted',
    label: 'Rows in figures',
    figure,
    change: null,
    detail: `${formatValue(ledger.accepted, 'count', { full: true })} of ${formatValue(ledger.read, 'count', { full: true })} · ${ledger.extracts} ${ledger.extracts === 1 ? 'extract' : 'extracts'}`,
    query: context.query('productive_hours'),
  };
}

function exclusionDetail(figure: Figure): string {
  return figure.numerator === null
    ? ''
    : `${formatValue(figure.numerator, 'hours', { full: true })} hours with an unmapped pay code or no worker type`;
}

function coverageText(context: PageContext): string {
  const ranges = context.view.coverage();
  if (ranges.length === 0) return '';
  const gaps = ranges.length - 1;
  return `${formatDay(formatIsoDay(ranges[0].first))} to ${formatDay(formatIsoDay(ranges.at(-1)!.last))}${gaps > 0 ? `, with ${gaps} gap${gaps > 1 ? 's' : ''}` : ', without a gap'}`;
}

function bridgeOf(ledger: Ledger): BridgeChart {
  const left = (label: string, value: number, note: string) => ({
    label,
    value: -value,
    total: false,
    role: 'decrease' as const,
    note,
    query: null,
  });
  const whole = (label: string, value: number, role: 'neutral' | 'total') => ({
    label,
    value,
    total: true,
    role,
    note: null,
    query: null,
  });
  return {
    kind: 'bridge',
    unit: 'count',
    currency: null,
    title: 'From rows read to rows in figures',
    subtitle: 'Source rows over all extracts; nothing is lost on the way',
    description: `${ledger.read} rows were read, ${ledger.quarantined} quarantined, ${ledger.duplicates} duplicates, ${ledger.restated} replaced by later values.`,
    steps: [
      whole('Rows read', ledger.read, 'neutral'),
      left('Quarantined', ledger.quarantined, 'with file, line and reason'),
      left('Duplicates', ledger.duplicates, 'already there from another extract'),
      left('Restated', ledger.restated, 'replaced by a later extract'),
      whole('In figures', ledger.accepted - ledger.restated, 'total'),
    ],
  };
}

function tableOf(batches: readonly StoredBatch[], most: number): Table {
  if (batches.length === 0) return EMPTY_TABLE;
  const newest = [...batches].reverse();
  const shown = newest.slice(0, batches.length > most ? most - 1 : most);
  const rest = newest.slice(shown.length);
  const cells = (ledger: Ledger) => [
    valueCell(ledger.read),
    valueCell(ledger.accepted),
    valueCell(ledger.quarantined),
    valueCell(ledger.duplicates),
  ];
  return {
    title: 'What came in',
    subtitle: 'Rows by extract, newest first',
    columns: [
      textColumn('file', 'Extract'),
      ...(['Read', 'Accepted', 'Quarantined', 'Duplicates'] as const).map((label) =>
        numberColumn(label.toLowerCase(), label, 'count'),
      ),
    ],
    rows: [
      ...shown.map((batch) => ({
        id: String(batch.id),
        narrow: null,
        remainder: false,
        cells: [{ text: batch.file }, ...cells(totalsOf([batch]))],
      })),
      ...(rest.length > 0
        ? [remainderRow([{ text: `${rest.length} earlier extracts` }, ...cells(totalsOf(rest))])]
        : []),
    ],
  };
}

/** Mapping pay codes is the one thing that a reader can have done about unresolved hours. */
function recommendationOf(context: PageContext, unresolved: Figure) {
  const unmapped = context.view.dictionaries.payCodes
    .filter(({ payClass }) => payClass === null)
    .map(({ code }) => code);
  if (unmapped.length === 0 || !unresolved.numerator) return null;
  const names = unmapped.slice(0, 4).join(', ');
  return {
    text: `Map the pay code${unmapped.length > 1 ? 's' : ''} ${names}${unmapped.length > 4 ? ` and ${unmapped.length - 4} more` : ''}: until then their money counts in totals and their hours nowhere.`,
    basis: 'Pay codes without a pay class, from the labour extracts.',
    query: context.query('unresolved_hours_share'),
  };
}

function warningsOf(batches: readonly StoredBatch[]): string[] {
  const seen = new Map<string, { message: string; count: number }>();
  for (const warning of batches.flatMap((batch) => batch.warnings)) {
    const known = seen.get(warning.code);
    if (known) known.count++;
    else seen.set(warning.code, { message: warning.message, count: 1 });
  }
  return [...seen.values()]
    .slice(0, 2)
    .map(({ message, count }) => (count > 1 ? `${message} (and ${count - 1} more of the kind)` : message));
}
