import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { Driver } from '../analyses/alignment/dimension.ts';
import { peopleOf, statedGaps } from '../analyses/alignment/gap-sums.ts';
import { countOwnEmployees } from '../analyses/alignment/heads-of.ts';
import { formatNumber } from '../contract/format.ts';
import type { PairsChart, Recommendation, Table } from '../contract/page.ts';
import { isFew } from '../metrics/told-people.ts';
import { defineDealPage } from './deal-page.ts';
import { evidenceCell, evidenceOf } from './dimension-evidence.ts';
import { driverWords } from './driver-words.ts';
import { lackingExtracts } from './lacking-extracts.ts';
import type { PageContext } from './page.ts';
import { settleFirst } from './settle-first.ts';
import { EMPTY_TABLE, numberColumn, textColumn } from './table-columns.ts';

/** Cells of one dimension that a page has room for. */
const SHOWN_CELLS = 2;

type Difference = { one: Assessed; people: number | null; drivers: readonly Driver[] };

export default defineDealPage({
  id: 'where_it_differs',
  label: 'Where it differs',
  question: 'Where do they differ most, and whom does it affect?',
  definitions: ['alignment_index'],
  build(context, { alignment }) {
    const differences = differencesOf(alignment);
    return {
      title: titleOf(alignment, differences),
      kpis: [],
      chart: chartOf(context, alignment, differences),
      inset: null,
      table: tableOf(context, alignment, differences),
      recommendation: recommendationOf(alignment, differences),
      notices: [...lackingExtracts(alignment)],
    };
  },
});

/** What falls short of its target by more than chance explains, that which affects most people first. */
function differencesOf({ dimensions, targets }: Alignment): Difference[] {
  return dimensions
    .filter(({ verdict }) => verdict === 'differs')
    .map((one) => ({
      one,
      people: peopleOf(statedGaps(one, targets.get(one.dimension.definition.metric) ?? null)),
      drivers: isMeasured(one.outcome) ? dearestFirst(one.outcome.drivers) : [],
    }))
    .sort((a, b) => (b.people ?? -1) - (a.people ?? -1) || a.one.dimension.position - b.one.dimension.position);
}

/** Cells with a price of their own first; the others in the order of what they add to the distance. */
function dearestFirst(drivers: readonly Driver[]): Driver[] {
  return [...drivers].sort((a, b) => Math.abs(b.cost ?? 0) - Math.abs(a.cost ?? 0));
}

function titleOf({ facts, dimensions }: Alignment, differences: readonly Difference[]): string {
  const { entity, against } = facts;
  if (!dimensions.some(({ outcome }) => isMeasured(outcome)))
    return `Where ${entity.name} differs from ${against.name} cannot be told from these extracts`;
  // A difference may be more than noise and still within its target.
  if (differences.length === 0)
    return `Nothing that is measured shows ${entity.name} short of ${against.name} by more than noise`;
  const staff = countOwnEmployees(facts);
  const many = `${formatNumber(differences.length)} ${differences.length === 1 ? 'difference' : 'differences'}`;
  const wide = differences.filter(({ people }) => staff !== null && (people ?? 0) > staff / 2).length;
  return staff === null || wide === 0 || (facts.hidesFew && isFew(staff))
    ? `${entity.name} and ${against.name} are apart by more than noise in ${many}`
    : `${formatNumber(wide)} of ${many} ${wide === 1 ? 'affects' : 'affect'} more than half of the ${formatNumber(staff)} people of ${entity.name}`;
}

function chartOf(context: PageContext, alignment: Alignment, differences: readonly Difference[]): PairsChart {
  const { entity } = alignment.facts;
  return {
    kind: 'pairs',
    title: 'Whom the gaps affect',
    subtitle: `People of ${entity.name}; one may be affected by several`,
    description: `People of ${entity.name} whom the gap in each of ${differences.length} dimensions affects.`,
    unit: 'count',
    measures: [{ label: 'people', role: 'internal' }],
    bars: differences
      .filter(({ people }) => people !== null)
      .map(({ one, people }) => ({
        label: one.dimension.label,
        values: [people],
        narrow: null,
        ...evidenceOf(context, alignment, one, null),
      })),
  };
}

/** The cells that drive each difference most, side by side. */
function tableOf(context: PageContext, alignment: Alignment, differences: readonly Difference[]): Table {
  const { entity, against, currency } = alignment.facts;
  const rows = differences.flatMap(({ one, drivers }) =>
    drivers.slice(0, SHOWN_CELLS).map((driver, at) => {
      const { own, model, people, cost } = driver;
      const evidence = evidenceOf(context, alignment, one, null);
      const cell = (value: number | null) => evidenceCell(value, evidence);
      return {
        id: `${one.dimension.definition.metric} ${at}`,
        narrow: null,
        remainder: false,
        cells: [
          { text: `${one.dimension.label}: ${driverWords(context, driver)}` },
          { text: own },
          { text: model },
          cell(people),
          cell(cost),
        ],
      };
    }),
  );
  if (rows.length === 0) return EMPTY_TABLE;
  return {
    title: 'What drives each difference',
    subtitle: `The ${SHOWN_CELLS} that cost or differ most in each dimension; a minus is money saved`,
    columns: [
      textColumn('cell', 'What differs'),
      textColumn('own', entity.name),
      textColumn('model', against.name),
      numberColumn('people', 'People', 'count'),
      numberColumn('cost', 'A year', 'money', { currency }),
    ],
    rows,
  };
}

/** Where nobody is named for what affects most people, that comes first. */
function recommendationOf({ targets }: Alignment, differences: readonly Difference[]): Recommendation | null {
  const open = differences.filter(({ one }) => !targets.get(one.dimension.definition.metric)?.owner);
  const text = settleFirst(open.map(({ one, people }) => ({ label: one.dimension.label, people })));
  if (text === null) return null;
  return {
    text,
    basis: 'People whom the largest gap of the dimension affects; its target names no owner.',
    query: null,
  };
}
