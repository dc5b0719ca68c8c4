import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import type { Tuple, TupleTable } from '../facts/tuple-table.ts';
import { monthOfDay } from '../model/civil-day.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { StoredRecord } from '../ports/store.ts';

/** Employer load on pay: `fixed` does not grow with overtime, `variable` does; both are shares of pay. */
export type Load = { fixed: number; variable: number };

type LoadRow = Load & { entity: string | null; jobFamily: string | null; workerType: string | null; month: number };

/** Loads by entity, job family (or job) and worker type; the most specific row in force wins. */
export class LoadTable {
  private readonly rows: LoadRow[];

  constructor(records: readonly StoredRecord[]) {
    const columns = kindOf('loads').columns.map((column) => column.name);
    this.rows = records
      .filter((record) => record.status === RowStatus.effective)
      .map((record) => {
        const at = (name: string) => record.values[columns.indexOf(name)] ?? null;
        return {
          entity: at('entity') as string | null,
          jobFamily: at('job_family') as string | null,
          workerType: at('worker_type') as string | null,
          month: monthOfDay(at('valid_from') as number),
          fixed: (at('fixed_load') as number | null) ?? 0,
          variable: (at('variable_load') as number | null) ?? 0,
        };
      });
  }

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  /** Load in force for a tuple in a month; before the first row the earliest one applies. Null where no row fits. */
  of(tuples: TupleTable, tuple: number, month: number): Load | null {
    return this.ofCodes(tuples.at(tuple), month);
  }

  /** The same for codes by dimension. */
  ofCodes(codes: Tuple, month: number): Load | null {
    const families = [codes['job_family'], codes['job']];
    const fits = (wanted: string | null, ...given: (string | undefined)[]) =>
      wanted === null || given.some((code) => (code ?? UNKNOWN_CODE) === wanted);
    let best: { row: LoadRow; rank: number } | null = null;
    for (const row of this.rows) {
      if (
        !fits(row.entity, codes['entity']) ||
        !fits(row.jobFamily, ...families) ||
        !fits(row.workerType, codes['worker_type'])
      )
        continue;
      const specific =
        (row.entity === null ? 0 : 4) + (row.jobFamily === null ? 0 : 2) + (row.workerType === null ? 0 : 1);
      // In force beats not yet in force; then the more specific; then the nearer in time.
      const inForce = row.month <= month;
      const rank = (inForce ? 1e9 : 0) + specific * 1e6 + (inForce ? row.month : 1e5 - row.month);
      if (!best || rank > best.rank) best = { row, rank };
    }
    return best ? best.row : null;
  }
}
