import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { Alignment } from '../analyses/alignment/align.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { formatDay, formatNumber } from '../contract/format.ts';
import type { HeatChart, Recommendation } from '../contract/page.ts';
import { formatIsoDay, monthOfDay } from '../model/civil-day.ts';
import { defineDealPage } from './deal-page.ts';
import { listed } from './listed.ts';
import { noDeal } from './no-deal.ts';
import { evidenceOf } from './dimension-evidence.ts';
import type { PageContext } from './page.ts';
import { promisesOf } from './promises.ts';
import type { Promises } from './promises.ts';
import { promisesTable } from './promises-table.ts';

/** Days after the close by which integration teams promise things. */
const MILESTONES = [1, 30, 100, 365];

export default defineDealPage({
  id: 'integration_days',
  label: 'Day 1 to 365',
  question: 'Are we where we promised to be by day 1, 30, 100 and 365?',
  definitions: ['alignment_index'],
  build(context, { alignment, trend }) {
    const { closeDay, entity } = alignment.facts;
    if (closeDay === null)
      return {
        ...noDeal('Days are counted from the close: an entities extract with the column close_date says when it was.'),
        title: `No extract says when ${entity.name} was acquired, so its days cannot be counted`,
      };
    const promises = promisesOf(context.view, alignment);
    return {
      title: titleOf(alignment, promises, closeDay),
      kpis: [],
      chart: chartOf(context, alignment, { trend, closeDay }),
      inset: null,
      table: promisesTable(promises, closeDay),
      recommendation: recommendationOf(promises),
      notices: [],
      decide: [
        { part: 'targets', command: null },
        { part: 'waves', command: null },
      ],
    };
  },
});

/** In the score, and short of its target by more than chance explains. */
function openOf({ dimensions }: Alignment): Assessed[] {
  return dimensions.filter(({ verdict }) => verdict === 'differs');
}

function titleOf(alignment: Alignment, { waves, others }: Promises, closeDay: number): string {
  const { facts, dimensions } = alignment;
  const day = (facts.asOf ?? closeDay) - closeDay;
  const measured = dimensions.filter(({ outcome, verdict }) => isMeasured(outcome) && verdict !== 'kept_apart').length;
  const open = openOf(alignment);
  if (day < 0 && measured > 0)
    return `${facts.entity.name} joins on ${formatDay(formatIsoDay(closeDay))}; ${open.length} of ${measured} dimensions are to be closed`;
  if (measured === 0) return `How far ${facts.entity.name} is from its target cannot be told from these extracts`;
  const promised = [...waves.flatMap((wave) => wave.promised), ...others];
  const late = promised.filter(({ standing, isDimension }) => standing === 'late' && isDimension).length;
  const start = `On day ${formatNumber(day)} ${facts.entity.name} is short of its target on ${open.length} of ${measured} dimensions`;
  return late === 0 ? start : `${start}, ${late} of them past the date that was promised`;
}

function chartOf(
  context: PageContext,
  alignment: Alignment,
  { trend: { months }, closeDay }: { trend: Trend; closeDay: number },
): HeatChart {
  const { dimensions } = alignment;
  const latest = months.at(-1)?.month ?? monthOfDay(closeDay);
  const scores = new Map(months.map((month) => [month.month, month.scores]));
  const days = MILESTONES.map((day) => ({ day, month: monthOfDay(closeDay + day) }));
  return {
    kind: 'heat',
    title: 'Score at the end of the month of each day',
    subtitle: '0 to 100; the last column is now',
    description: `Scores of ${dimensions.length} dimensions on days ${MILESTONES.join(', ')} after the close and now.`,
    unit: 'count',
    scale: { from: 0, to: 100 },
    rowTitle: 'Dimension',
    sizeless: true,
    columns: [...days.map(({ day }) => `Day ${day}`), 'Now'],
    rows: dimensions.map((one) => {
      const { dimension, score, verdict } = one;
      const { metric } = dimension.definition;
      const cell = (value: number | null, absence: string, month: number | null) => {
        if (verdict === 'kept_apart') return { value: null, absence: 'kept apart', query: null };
        if (value === null) return { value, absence, query: null };
        return { value, absence: null, ...evidenceOf(context, alignment, one, null, month) };
      };
      return {
        label: dimension.label,
        size: null,
        cells: [
          ...days.map(({ month }) =>
            cell(scores.get(month)?.get(metric) ?? null, month > latest ? 'not yet reached' : 'not known then', month),
          ),
          cell(score, 'not measured', null),
        ],
      };
    }),
  };
}

function recommendationOf({ waves, others }: Promises): Recommendation | null {
  const orphans = [...waves.flatMap(({ promised }) => promised), ...others].filter(
    ({ isDimension, standing, owner, due }) =>
      isDimension && (standing === 'open' || standing === 'late') && (owner === null || due === null),
  );
  if (orphans.length === 0) return null;
  const names = orphans.map(({ label }) => label.toLowerCase());
  return {
    text: `Name an owner and a date for ${listed(names)}: what nobody answers for does not close.`,
    basis: 'Dimensions that differ and whose target has no owner or no date.',
    query: null,
  };
}
