import type { Totals } from '../cube/sum-cells.ts';
import { LOAD_UNITS_PER_MINOR } from '../facts/scales.ts';
import type { LaborCell } from './metric.ts';

/** What the cells of one group of tuples have in common. */
export type CellPlace = Pick<LaborCell, 'workerType' | 'workerClass' | 'directCare' | 'job' | 'site' | 'unit'>;

/** What the cells of one pay class, or of one pay code, have in common. */
export type CellCategory = Pick<LaborCell, 'payClass' | 'aggregate'> & { payCode: string | null };

/** A cell that is an entry of totals: its sums are read where the pass over the cube left them. */
export class TotalsCell implements LaborCell {
  constructor(
    private readonly totals: Totals,
    private readonly entry: number,
    private readonly place: CellPlace,
    private readonly category: CellCategory,
    readonly month: number,
  ) {}

  get workerType() {
    return this.place.workerType;
  }
  get workerClass() {
    return this.place.workerClass;
  }
  get directCare() {
    return this.place.directCare;
  }
  get job() {
    return this.place.job;
  }
  get site() {
    return this.place.site;
  }
  get unit() {
    return this.place.unit;
  }
  get payClass() {
    return this.category.payClass;
  }
  get aggregate() {
    return this.category.aggregate;
  }
  get hours() {
    return this.totals.columns.get('hours')[this.entry];
  }
  get cost() {
    return this.totals.columns.get('cost')[this.entry];
  }
  get rows() {
    return this.totals.columns.get('rows')[this.entry];
  }
  get continuedRows() {
    return this.totals.columns.get('continuedRows')[this.entry];
  }
  get unknownHours() {
    return this.totals.columns.get('unknownHours')[this.entry];
  }
  get censusHours() {
    return this.totals.columns.get('censusHours')[this.entry];
  }
  get hourlessCost() {
    return this.totals.columns.get('hourlessCost')[this.entry];
  }
  get load() {
    return this.totals.columns.get('load')[this.entry] / LOAD_UNITS_PER_MINOR;
  }
  get variableLoad() {
    return this.totals.columns.get('variableLoad')[this.entry] / LOAD_UNITS_PER_MINOR;
  }
  get overtimePremium() {
    return this.totals.columns.get('overtimePremium')[this.entry];
  }
  get unratedHours() {
    return this.totals.columns.get('unratedHours')[this.entry];
  }
}
