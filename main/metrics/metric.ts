import type { Absence } from '../contract/figure.ts';
import type { Unit } from '../contract/units.ts';
import type { PayClass } from '../model/pay-classes.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import type { Basis, MatchedCell } from './place-months.ts';

/**
 * Sums of labour at the grain a metric asks for. Hours are in 10⁻⁶ hours and money in minor units, both exact
 * integers; metrics pool them before they divide.
 */
export type LaborCell = {
  workerType: string;
  workerClass: WorkerClass;
  payClass: PayClass;
  /** Aggregate staffing hours: worked, but not known how they were paid. */
  aggregate: boolean;
  /** null where no extract says. */
  directCare: boolean | null;
  job: string;
  site: string;
  unit: string;
  /** Month number; 0 when the metric does not ask for months. */
  month: number;
  hours: number;
  cost: number;
  /** Source records; 0 for aggregate hours, whose records are counted apart. */
  rows: number;
  /** Of `rows`, those that fall into the month before the cell's months as well. */
  continuedRows: number;
  /** Of `hours`, those on lines without a cost. */
  unknownHours: number;
  /** Of `hours`, those on site-days that have a census. */
  censusHours: number;
  /** Of `cost`, that of cells without any hours. */
  hourlessCost: number;
  /** Employer load on the cost, in minor units with their fraction; 0 without loads. */
  load: number;
  /** The part of the load that grows with every hour paid. */
  variableLoad: number;
  /** Overtime premium money in minor units. */
  overtimePremium: number;
  /** Overtime hours of workers without a regular rate in the month: they bring no premium. */
  unratedHours: number;
};

/** What a metric may use besides the cells, for one group and period. */
export type MetricContext = {
  /** Civil days that the extracts cover within the period. */
  days: number;
  /** First and last month of the period. */
  first: number;
  last: number;
  currency: string | null;
  /** Whether benefits and taxes are known: from employer-cost lines or from the loads extract. */
  knowsLoads: boolean;
  /** Whether it is known which part of the load grows with overtime: only the `loads` extract says. */
  knowsVariableLoad: boolean;
  /** Resident days or another volume; null without volumes. `hoursOf` gives the hours of a cell worked where and when it was measured. */
  volume: { measure: string; value: number; hoursOf: (cell: LaborCell) => number } | null;
  /** External hours matched by job, site and month; without it they are matched from the cells. */
  match?: (basis: Basis) => MatchedCell[];
};

export type Outcome =
  | { numerator: number; denominator: number | null; value?: number; missing?: string[]; note?: string }
  | {
      absence: Absence;
      missing: string[];
      note?: string;
      /** Whether that there is no figure tells something of the people: then it is hidden as a figure would be. */
      telling?: boolean;
    };

/** Where a cell stands in a metric: under its denominator, or left out for a reason (null: not its business). */
export type Placement = 'base' | { excluded: string } | null;

/** Dimensions that cells can be told apart by, on request. */
export type MatchDimension = 'job' | 'site' | 'unit' | 'month';

/** What every figure states of itself, whatever facts it is computed from. */
export type MetricFrame = {
  id: string;
  version: number;
  title: string;
  formula: string;
  unit: Unit;
  grain: string;
  additivity: 'additive' | 'semi-additive' | 'non-additive';
  source: string;
  edgeCases: string[];
  variants: readonly (string | null)[];
  /** What a small group would reveal of somebody: pay, or how long they stayed and how they left. */
  reveals: 'pay' | 'stay' | 'nothing';
};

/**
 * A figure's one definition. Formula, unit and source are fields because the Definitions page and the deck print
 * them. `compute` is pure: cells may come in any order and at any split.
 */
export type LaborMetric = MetricFrame & {
  facts: 'labor';
  /** What `compute` must tell apart, beside worker type, pay class and direct care. */
  matchOn: readonly MatchDimension[];
  /** Months before the period that `compute` needs as well. */
  trailingMonths: number;
  place: (cell: LaborCell, variant: string | null) => Placement;
  compute: (cells: readonly LaborCell[], context: MetricContext, variant: string | null) => Outcome;
};

type Optional = 'variants' | 'matchOn' | 'trailingMonths' | 'reveals';

/** A metric computed from cells of labour. */
export function defineMetric(
  metric: Omit<LaborMetric, Optional | 'facts'> & Partial<Pick<LaborMetric, Optional>>,
): LaborMetric {
  return { facts: 'labor', variants: [null], matchOn: [], trailingMonths: 0, reveals: 'nothing', ...metric };
}

export type SummedMeasure =
  | 'hours'
  | 'cost'
  | 'rows'
  | 'unknownHours'
  | 'censusHours'
  | 'hourlessCost'
  | 'load'
  | 'variableLoad'
  | 'overtimePremium'
  | 'unratedHours';

/** Sum of one measure over the cells that are kept. */
export function sumOf(cells: readonly LaborCell[], measure: SummedMeasure, keep: (cell: LaborCell) => boolean): number {
  let sum = 0;
  for (const cell of cells) if (keep(cell)) sum += cell[measure];
  return sum;
}

/** A share, or no data where there is nothing to divide by. */
export function ratio(
  numerator: number,
  denominator: number,
  extra: { missing?: string[]; note?: string } = {},
): Outcome {
  return denominator === 0
    ? { absence: 'no_base', missing: extra.missing ?? [], ...(extra.note ? { note: extra.note } : {}) }
    : { numerator, denominator, ...extra };
}

export function notMeasured(...missing: string[]): Outcome {
  return { absence: 'not_measured', missing };
}
