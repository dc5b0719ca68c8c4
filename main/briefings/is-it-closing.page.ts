import type { Alignment } from '../analyses/alignment/align.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { Trend } from '../analyses/alignment/trend.ts';
import { formatNumber } from '../contract/format.ts';
import type { Recommendation, Table } from '../contract/page.ts';
import { defineDealPage } from './deal-page.ts';
import { evidenceCell, evidenceOf } from './dimension-evidence.ts';
import { listed } from './listed.ts';
import type { PageContext } from './page.ts';
import { courseChart, coursesOf, hasMoved, movedPoints } from './score-course.ts';
import type { Course } from './score-course.ts';
import { EMPTY_TABLE, numberColumn, textColumn } from './table-columns.ts';

/** Points that a score must have moved by to be named in a title. */
const NAMED_FROM = 1;
const NAMED = 2;

export default defineDealPage({
  id: 'is_it_closing',
  label: 'Is it closing',
  question: 'Is the gap closing since the close?',
  definitions: ['alignment_index'],
  build(context, { alignment, trend }) {
    const courses = coursesOf(trend, alignment);
    return {
      title: titleOf(alignment, trend, courses),
      kpis: [],
      chart: courseChart(trend, courses),
      inset: null,
      table: tableOf(context, alignment, trend),
      recommendation: recommendationOf(alignment, courses),
      notices: [...noticesOf(alignment, trend, courses)],
      decide: [{ part: 'targets', command: null }],
    };
  },
});

/** Facts may be said to have moved; a distance only where it is known that chance did not move it. */
function titleOf({ facts }: Alignment, { months, change }: Trend, courses: readonly Course[]): string {
  const { entity, against, closeDay } = facts;
  if (closeDay === null) return `No extract says when ${entity.name} was acquired, so nothing is told since the close`;
  if (months.length < 2) return `Too little is known since the close of ${entity.name} to tell whether the gap closes`;
  const moved = courses.filter((course) => isFact(course) && Math.abs(course.now - course.atClose) >= NAMED_FROM);
  const named = moved
    .slice(0, NAMED)
    .map(
      ({ one, atClose, now }) => `${one.dimension.label.toLowerCase()} went from ${score(atClose)} to ${score(now)}`,
    );
  const start =
    change === null
      ? `How ${entity.name} moved towards ${against.name} has no index`
      : `Since the close the index is ${
          hasMoved(change)
            ? `${change.value > 0 ? 'up' : 'down'} ${formatNumber(Math.abs(change.value))} points`
            : 'flat within noise'
        }`;
  return named.length === 0 ? start : `${start}; ${listed(named)}`;
}

function score(value: number): string {
  return formatNumber(value);
}

function isFact({ one: { outcome } }: Course): boolean {
  return isMeasured(outcome) && outcome.comparison === null;
}

/** Every dimension in the score: at the close, now, and between the two. */
function tableOf(context: PageContext, alignment: Alignment, { months }: Trend): Table {
  if (months.length === 0) return EMPTY_TABLE;
  const first = months[0];
  const counted = alignment.dimensions.filter(({ score: now, verdict }) => now !== null && verdict !== 'kept_apart');
  return {
    title: 'Score by dimension',
    subtitle: '0 to 100, at the end of the month of the close and now',
    columns: [
      textColumn('dimension', 'Dimension'),
      numberColumn('at_close', 'At close', 'count'),
      numberColumn('now', 'Now', 'count'),
      numberColumn('change', 'Change', 'count', { signed: true }),
    ],
    rows: counted.map((one) => {
      const { metric } = one.dimension.definition;
      const atClose = first.scores.get(metric) ?? null;
      const cell = (value: number | null, month: number | null) =>
        evidenceCell(value, evidenceOf(context, alignment, one, null, month), 'not known');
      return {
        id: metric,
        narrow: null,
        remainder: false,
        cells: [
          { text: one.dimension.label },
          cell(atClose, first.month),
          cell(one.score, null),
          atClose === null ? { text: '–' } : { value: movedPoints(atClose, one.score!), absence: null, query: null },
        ],
      };
    }),
  };
}

/** What fell back most comes first: it undoes what was gained. */
function recommendationOf({ targets }: Alignment, courses: readonly Course[]): Recommendation | null {
  const stuck = courses.filter(({ one, atClose, now }) => one.verdict === 'differs' && now - atClose < NAMED_FROM);
  const [first] = [...stuck].sort((a, b) => a.now - b.now);
  if (first === undefined) return null;
  const owner = targets.get(first.one.dimension.definition.metric)?.owner ?? null;
  const label = first.one.dimension.label.toLowerCase();
  return {
    text: `${owner === null ? `Name an owner for ${label}` : `Ask ${owner} about ${label}`} first: at ${score(first.now)} it is the farthest from its target of what has not come closer.`,
    basis:
      'Of the dimensions short of their target that gained less than a point since the close, the one with the lowest score.',
    query: null,
  };
}

function noticesOf({ facts, dimensions }: Alignment, { indexed }: Trend, courses: readonly Course[]): string[] {
  const unknown = dimensions.filter(
    ({ dimension, score: now, verdict }) =>
      now !== null && verdict !== 'kept_apart' && !indexed.includes(dimension.definition.metric),
  );
  return [
    ...(facts.crosswalkVersion > 0 ? [`Every month stands on crosswalk version ${facts.crosswalkVersion}.`] : []),
    ...(courses.some((course) => !isFact(course))
      ? ['Rules, maps and overlaps are facts. The score of a distance moves by chance too: only the index is tested.']
      : []),
    ...(unknown.length > 0
      ? [
          `Not known in every month, and out of this index: ${listed(unknown.map(({ dimension }) => dimension.label.toLowerCase()))}.`,
        ]
      : []),
  ];
}
