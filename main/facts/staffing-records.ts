/**
 * What identifies a group of aggregate staffing records: the place, and the jobs that each of its records reports
 * (all eight for a wide record, one for a long one). `tuples` are the labour tuples that its hours fall into.
 */
export type RecordSet = { place: number; tuples: readonly number[] };

/** Counts of source records and census by record set and month. Census in 10⁻⁶ units. */
export type RecordMonths = {
  set: Int32Array;
  month: Int32Array;
  records: Float64Array;
  census: Float64Array;
  censusRecords: Float64Array;
};

/** Collects record counts; census of a site-day counts once however many records carry it. */
export class RecordSums {
  private readonly entries = new Map<
    number,
    { set: number; month: number; records: number; census: number; censusRecords: number }
  >();

  add(set: number, month: number, census: number | null, records = 1): void {
    const key = set * 65_536 + (month % 65_536);
    let entry = this.entries.get(key);
    if (!entry) this.entries.set(key, (entry = { set, month, records: 0, census: 0, censusRecords: 0 }));
    entry.records += records;
    if (census !== null) {
      entry.census += census;
      entry.censusRecords += 1;
    }
  }

  addMonths(months: RecordMonths): void {
    for (let i = 0; i < months.set.length; i++) {
      this.add(months.set[i], months.month[i], null, months.records[i]);
      const entry = this.entries.get(months.set[i] * 65_536 + (months.month[i] % 65_536))!;
      entry.census += months.census[i];
      entry.censusRecords += months.censusRecords[i];
    }
  }

  sorted(): RecordMonths {
    const entries = [...this.entries.values()].sort((a, b) => a.set - b.set || a.month - b.month);
    return {
      set: Int32Array.from(entries, (entry) => entry.set),
      month: Int32Array.from(entries, (entry) => entry.month),
      records: Float64Array.from(entries, (entry) => entry.records),
      census: Float64Array.from(entries, (entry) => entry.census),
      censusRecords: Float64Array.from(entries, (entry) => entry.censusRecords),
    };
  }
}
