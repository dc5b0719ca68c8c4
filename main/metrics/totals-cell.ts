import type { Totals } from '../cube/sum-cells.ts';
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
    return this.totals.hours[this.entry];
  }
  get cost() {
    return this.totals.cost[this.entry];
  }
  get rows() {
    return this.totals.rows[this.entry];
  }
  get continuedRows() {
    return this.totals.continuedRows[this.entry];
  }
  get unknownHours() {
    return this.totals.unknownHours[this.entry];
  }
  get censusHours() {
    return this.totals.censusHours[this.entry];
  }
  get hourlessCost() {
    return this.totals.hourlessCost[this.entry];
  }
  get load() {
    return this.totals.load[this.entry];
  }
  get variableLoad() {
    return this.totals.variableLoad[this.entry];
  }
  get overtimePremium() {
    return this.totals.overtimePremium[this.entry];
  }
  get unratedHours() {
    return this.totals.unratedHours[this.entry];
  }
}
