/** All that survival estimates need of a group: counts at its distinct entry and exit times. */
export interface RiskTable {
  /** Number of spells. */
  spells: number;
  /** Distinct entry times, ascending, and the spells that enter at each. */
  entryTime: Float64Array;
  entered: Int32Array;
  /** Distinct exit times, ascending, with counts at each; events come before censorings. Entries at 0 are at risk at 0. */
  time: Float64Array;
  atRisk: Int32Array;
  events: Int32Array;
  censored: Int32Array;
}
