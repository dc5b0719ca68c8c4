import type { Alignment } from '../analyses/alignment/align.ts';
import { isMeasured } from '../analyses/alignment/dimension.ts';
import type { Dimension, Gap } from '../analyses/alignment/dimension.ts';
import { statedGaps } from '../analyses/alignment/gap-sums.ts';
import type { Table, TableRow } from '../contract/page.ts';
import type { AlignmentTarget } from '../contract/decisions.ts';
import { formatDay } from '../contract/format.ts';
import { dueOf, wavesOf } from '../workspace/waves.ts';
import { evidenceCell, evidenceOf } from './dimension-evidence.ts';
import { driverWords } from './driver-words.ts';
import type { PageContext } from './page.ts';
import { SMALLEST_GROUP } from '../metrics/suppression.ts';
import { EMPTY_TABLE, numberColumn, textColumn } from './table-columns.ts';

const SHOWN_GAPS = 12;
const SHOWN_DRIVERS = 3;

/** A gap that may be stated, with the decision on its dimension. */
export type StatedGap = Gap & { target: AlignmentTarget | null; dimension: Dimension };

/** Gaps of the dimensions that are in the score, dearest first, then by people. */
export function gapsOf({ dimensions, targets }: Alignment): StatedGap[] {
  return dimensions
    .filter(({ verdict }) => verdict !== 'kept_apart' && verdict !== 'aligned')
    .flatMap((one) => {
      const target = targets.get(one.dimension.definition.metric) ?? null;
      return statedGaps(one, target).map((gap) => ({ ...gap, target, dimension: one.dimension }));
    })
    .filter(({ people, cost }) => (people ?? 1) > 0 && cost !== 0)
    .sort(
      (a, b) =>
        Math.abs(b.cost ?? 0) - Math.abs(a.cost ?? 0) || (b.people ?? 0) - (a.people ?? 0) || (a.id < b.id ? -1 : 1),
    );
}

/** What it takes to close, largest first; what was decided to stay apart is listed beneath. */
export function gapsTable(context: PageContext, alignment: Alignment, gaps: readonly StatedGap[]): Table {
  const { dimensions, targets, facts } = alignment;
  const apart = dimensions.filter(({ verdict }) => verdict === 'kept_apart');
  const rows: TableRow[] = [
    ...gaps.slice(0, SHOWN_GAPS).map((gap) => {
      const evidence = evidenceOf(context, alignment, gap, gap.basis);
      const cell = (value: number | null) => evidenceCell(value, evidence);
      return {
        id: gap.id,
        narrow: null,
        remainder: false,
        cells: [{ text: gap.label }, cell(gap.people), cell(gap.cost), { text: answerText(context, gap.target) }],
      };
    }),
    ...apart.map(({ dimension }) => {
      const target = targets.get(dimension.definition.metric);
      return {
        id: `apart ${dimension.definition.metric}`,
        narrow: null,
        remainder: true,
        cells: [
          { text: `${dimension.label}, kept apart by intent${target?.reason ? `: ${target.reason}` : ''}` },
          { text: '–' },
          { text: 'out of score' },
          { text: answerText(context, target ?? null) },
        ],
      };
    }),
  ];
  if (rows.length === 0) return driversTable(context, alignment);
  return {
    title: 'What it takes to close',
    subtitle: 'Largest first, yearly run rate; a minus is money saved',
    columns: [
      textColumn('gap', 'Gap'),
      numberColumn('people', 'People', 'count'),
      numberColumn('cost', 'Cost', 'money', { currency: facts.currency }),
      textColumn('owner', 'Owner, due'),
    ],
    rows,
  };
}

/** Where there is nothing to close: what each side has, largest difference first. */
function driversTable(context: PageContext, { dimensions, facts }: Alignment): Table {
  const rows = dimensions.flatMap(({ dimension, outcome }): TableRow[] =>
    isMeasured(outcome)
      ? outcome.drivers
          .filter(({ people }) => people === null || people >= SMALLEST_GROUP)
          .slice(0, SHOWN_DRIVERS)
          .map((driver) => ({
            id: `${dimension.definition.metric} ${driver.label}`,
            narrow: null,
            remainder: false,
            cells: [
              { text: `${dimension.label}: ${driverWords(context, driver)}` },
              { text: driver.own },
              { text: driver.model },
            ],
          }))
      : [],
  );
  if (rows.length === 0) return EMPTY_TABLE;
  return {
    title: 'What each side has',
    subtitle: 'Of each dimension, the largest differences first',
    columns: [
      textColumn('cell', 'What is compared'),
      textColumn('own', facts.entity.name),
      textColumn('model', facts.against.name),
    ],
    rows: rows.slice(0, SHOWN_GAPS),
  };
}

/** "Procurement, 30 Jun 2026": who answers for a gap, and the day that it or its wave was promised by. */
function answerText({ view }: PageContext, target: AlignmentTarget | null): string {
  const due = target === null ? null : dueOf(target, wavesOf(view.store));
  return [target?.owner, due && formatDay(due)].filter(Boolean).join(', ') || '–';
}
