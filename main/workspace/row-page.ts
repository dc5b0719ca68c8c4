import type { FigureQuery } from '../contract/figure.ts';
import type { LaborCell, LaborMetric } from '../metrics/metric.ts';
import { firstDayOfMonth } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { WorkerClass } from '../model/worker-types.ts';
import { DIRECT_CARE } from './view.ts';
import type { WorkspaceView } from './view.ts';

export type Row = Record<string, string | number | null>;

/** What the rows of one figure are looked for with. */
export type Scope = {
  view: WorkspaceView;
  metric: LaborMetric;
  query: FigureQuery;
  window: { firstDay: number; lastDay: number };
  files: Map<number, string>;
  collector: RowPage;
};

/** Rows of the page asked for; those before and after are only counted. */
export class RowPage {
  total = 0;
  readonly rows: Row[] = [];

  constructor(
    private readonly offset: number,
    private readonly limit: number,
  ) {}

  add(build: () => Row): void {
    if (this.total >= this.offset && this.rows.length < this.limit) this.rows.push(build());
    this.total++;
  }
}

/** Whether days that a row of a tuple covers count in the window. */
export function dayTest(
  view: WorkspaceView,
  window: Scope['window'],
): (tuple: number, days: { firstDay: number; lastDay: number }) => boolean {
  return (tuple, { firstDay, lastDay }) => {
    const from = Math.max(window.firstDay, firstDayOfMonth(view.firstMonth(tuple)));
    return from <= window.lastDay && firstDay <= window.lastDay && lastDay >= from;
  };
}

/** Whether the metric's denominator counts lines of a tuple with a pay code. */
export function lineTest(
  view: WorkspaceView,
  metric: LaborMetric,
  query: FigureQuery,
): (tuple: number, payCode: number) => boolean {
  const { dictionaries, dimensions } = view;
  const direct = dimensions.column(DIRECT_CARE);
  const known = new Map<number, boolean>();
  return (tuple, payCode) => {
    const key = tuple * 4096 + payCode;
    let wanted = known.get(key);
    if (wanted === undefined) {
      const codes = dictionaries.tuples.at(tuple);
      const payClass = dictionaries.payClass(payCode);
      const code = payCode === 0 ? UNKNOWN_CODE : dictionaries.payCodes[payCode - 1].code;
      const cell: LaborCell = {
        workerType: codes['worker_type'] ?? UNKNOWN_CODE,
        workerClass: (codes['worker_class'] ?? UNKNOWN_CODE) as WorkerClass,
        payClass,
        aggregate: payCode === 0,
        directCare: { yes: true, no: false }[direct.codes[direct.ofTuple[tuple]]] ?? null,
        job: codes['job'] ?? UNKNOWN_CODE,
        site: codes['site'] ?? UNKNOWN_CODE,
        unit: codes['unit'] ?? UNKNOWN_CODE,
        month: 0,
        hours: 1,
        cost: 1,
        rows: 1,
        continuedRows: 0,
        unknownHours: 0,
        censusHours: 0,
        hourlessCost: 0,
        load: 0,
        variableLoad: 0,
        overtimePremium: 0,
        unratedHours: 0,
      };
      wanted =
        (query.where['pay_class']?.includes(payClass) ?? true) &&
        (query.where['pay_code']?.includes(code) ?? true) &&
        metric.place(cell, query.variant ?? metric.variants[0] ?? null) === 'base';
      known.set(key, wanted);
    }
    return wanted;
  };
}
