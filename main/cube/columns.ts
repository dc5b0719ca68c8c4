/** All that can be added up over cells, in whole numbers: hours in 10⁻⁶ hours, money in minor units, loads in load units. */
export type Sum =
  | 'hours'
  | 'cost'
  | 'rows'
  | 'continuedRows'
  | 'unknownHours'
  | 'censusHours'
  | 'hourlessCost'
  | 'load'
  | 'variableLoad'
  | 'overtimePremium'
  | 'unratedHours';

/** Numbers by position, one column for each sum; a column is made when it is first asked for. */
export class Columns {
  private readonly made: Partial<Record<Sum, Float64Array>> = {};
  private readonly zeros: Float64Array;

  constructor(
    length: number,
    /** null where a column is zero everywhere. */
    private readonly make: (sum: Sum) => Float64Array | null,
  ) {
    this.zeros = new Float64Array(length);
  }

  get(sum: Sum): Float64Array {
    return (this.made[sum] ??= this.make(sum) ?? this.zeros);
  }

  /** Columns that are zero everywhere, as most workspaces have some, need not be added up. */
  isZero(sum: Sum): boolean {
    return this.get(sum) === this.zeros;
  }
}
