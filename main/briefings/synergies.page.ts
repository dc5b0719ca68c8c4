import { measureLedger } from '../analyses/synergies/realised.ts';
import { SYNERGY_ABSENCES } from '../contract/decisions.ts';
import type { Ledger, MeasuredSynergy } from '../contract/decisions.ts';
import type { FigureQuery } from '../contract/figure.ts';
import { formatMonth, formatValue } from '../contract/format.ts';
import type { MultiplesChart, Table } from '../contract/page.ts';
import { metricOf } from '../metrics/registry.ts';
import { definePage } from './page.ts';
import type { PageContext } from './page.ts';
import { EMPTY_TABLE, numberColumn, textColumn } from './table-columns.ts';

const MOST_PANELS = 6;

export default definePage({
  id: 'synergies',
  label: 'Synergies',
  question: 'Do the synergies that were promised arrive?',
  definitions: ['synergy'],
  isOfDeal: true,
  build(context) {
    const ledger = measureLedger(context.view);
    return {
      title: titleOf(ledger),
      kpis: [],
      chart: chartOf(context, ledger),
      inset: null,
      table: tableOf(ledger),
      recommendation: null,
      notices: noticesOf(ledger),
      decide: [
        {
          part: 'synergies',
          command: ledger.synergies.length > 0 ? null : 'Synergies are entered under Decisions.',
        },
      ],
    };
  },
});

function titleOf({ synergies, total }: Ledger): string {
  if (synergies.length === 0) return 'No synergy is in the ledger of this workspace';
  const money = (value: number | null) => formatValue(value, 'money', { currency: total.currency });
  const supported = synergies.filter(({ signal }) => signal).length;
  const planned = total.planned === null ? '' : `; ${money(total.planned)} a year is planned`;
  if (supported === 0)
    return synergies.length === 1
      ? `The synergy in the ledger does not show more than noise${planned}`
      : `None of ${synergies.length} synergies shows more than noise${planned}`;
  const start =
    total.runRate === null
      ? `What synergies save a year in money cannot be told${planned}`
      : `Synergies run at ${money(total.runRate)} a year of ${money(total.planned)} planned`;
  return supported === synergies.length
    ? start
    : `${start}; the metrics of ${supported} of ${synergies.length} show more than noise`;
}

function chartOf(context: PageContext, { synergies }: Ledger): MultiplesChart {
  return {
    kind: 'multiples',
    title: 'Planned and at the present pace',
    subtitle: 'A year, measured from the metric that each is bound to',
    description: `${synergies.length} synergies, planned and measured.`,
    groups: [
      { label: 'Planned', role: 'neutral' },
      { label: 'Run rate', role: 'total' },
    ],
    panels: synergies.slice(0, MOST_PANELS).map((one) => ({
      title: one.synergy.title,
      unit: one.unit,
      currency: one.currency,
      values: [
        { value: one.synergy.planned, absence: null, query: null },
        {
          value: one.runRate,
          absence: one.runRate === null ? absenceOf(one) : null,
          query: evidenceOf(context, one),
        },
      ],
      note: noteOf(one),
    })),
  };
}

function absenceOf({ absence }: MeasuredSynergy): string {
  return absence === null ? 'fewer than three months' : SYNERGY_ABSENCES[absence];
}

function evidenceOf(context: PageContext, { synergy }: MeasuredSynergy): FigureQuery {
  return { ...context.query(synergy.metric), where: synergy.where };
}

function noteOf({ signal, absence, overlaps }: MeasuredSynergy): string | null {
  const notes = [
    ...(absence === null && !signal ? ['flat within noise'] : []),
    ...(overlaps.length > 0 ? [`counts the same saving as ${overlaps.join(', ')}`] : []),
  ];
  return notes.length === 0 ? null : notes.join('; ');
}

function tableOf({ synergies, total }: Ledger): Table {
  if (synergies.length === 0) return EMPTY_TABLE;
  const isMeasured = synergies.every(({ inYear }) => inYear !== null);
  const money = (value: number | null, currency = total.currency) => formatValue(value, 'money', { currency });
  return {
    title: 'The ledger',
    subtitle: 'Realised is measured, never typed in',
    columns: [
      textColumn('title', 'Synergy and evidence'),
      textColumn('owner', 'Owner'),
      numberColumn('planned', 'Planned', 'money'),
      // Words that say why nothing is measured need room; money is not broken after its sign.
      isMeasured ? numberColumn('realised', 'This year', 'money') : textColumn('realised', 'This year'),
      numberColumn('one_off', 'One-off', 'money'),
    ],
    rows: [
      ...synergies.map(({ synergy, unit, currency, inYear, absence }) => ({
        id: String(synergy.id),
        narrow: null,
        remainder: false,
        cells: [
          { text: `${synergy.id}. ${synergy.title}: ${evidenceText(synergy)}` },
          { text: synergy.owner },
          { text: formatValue(synergy.planned, unit, { currency }) },
          {
            text:
              inYear === null ? SYNERGY_ABSENCES[absence ?? 'not_this_year'] : formatValue(inYear, unit, { currency }),
          },
          { text: money(synergy.oneOff, currency ?? total.currency) },
        ],
      })),
      {
        id: 'total',
        narrow: null,
        remainder: true,
        cells: [
          { text: 'All, each saving once' },
          { text: '' },
          { text: money(total.planned) },
          { text: total.inYear === null ? 'not measured' : money(total.inYear) },
          { text: money(total.oneOff) },
        ],
      },
    ],
  };
}

function evidenceText({ metric, where, from }: MeasuredSynergy['synergy']): string {
  const filter = Object.entries(where).map(([id, codes]) => `${id.replace(/_/g, ' ')} ${codes.join(' or ')}`);
  return [`${metricOf(metric).title} since ${formatMonth(from)}`, ...filter].join(', ');
}

function noticesOf({ synergies }: Ledger): string[] {
  const doubled = synergies.filter(({ overlaps }) => overlaps.length > 0);
  const unmeasured = synergies.filter(({ absence }) => absence !== null).length;
  return [
    ...(doubled.length === 0
      ? []
      : [
          `${doubled.length} entries count the same saving as another: same metric, filters that meet. The total counts the largest of them once.`,
        ]),
    ...(unmeasured === 0
      ? []
      : [`The measured totals leave out ${unmeasured} of ${synergies.length} entries, which are not measured.`]),
  ];
}
