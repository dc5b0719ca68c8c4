import { kindOf } from '../extracts/kinds/registry.ts';
import { RowStatus } from '../facts/row-status.ts';
import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { StoredRecord } from '../ports/store.ts';
import { isFullTime, mayHoldBoth } from '../workforce/terms.ts';
import type { JobTerms } from '../workforce/terms.ts';
import type { Dictionaries } from './dictionaries.ts';
import { RecordComparison } from './resolve-records.ts';
import type { RecordResolution } from './resolve-records.ts';

/** Days that a row with event dates claims for one job of a worker in an entity. */
type Stretch = { at: number; worker: string; first: number; last: number; terms: JobTerms };

/**
 * Compares rows of rosters by natural key, then those in force with each other: a row that claims days of a worker
 * in an entity which a row before it claims for a job that excludes this one contradicts it. Which of the two is
 * right is not guessed: the one that came first stays, the other is quarantined until the first is taken back.
 */
export class RosterComparison {
  private readonly byKey = new RecordComparison();
  private readonly stretches: Stretch[] = [];
  private readonly columns = new Map(kindOf('roster').columns.map(({ name }, i) => [name, i]));

  constructor(private readonly dictionaries: Dictionaries) {}

  add(record: StoredRecord): void {
    const at = this.byKey.add(record);
    const value = (name: string) => record.values[this.columns.get(name)!] ?? null;
    const [first, last] = [value('hire_date') as number | null, value('term_date') as number | null];
    if (value('snapshot_date') !== null || first === null) return;
    this.stretches.push({
      at,
      worker: JSON.stringify([value('entity'), value('worker_id')]),
      first,
      last: last ?? Infinity,
      terms: termsOf(value, this.dictionaries),
    });
  }

  resolution(): RecordResolution {
    const claimed = new Map<string, Stretch[]>();
    for (const stretch of this.stretches) {
      // By natural key alone a contradiction found before is in force again: what it contradicted may be gone.
      if (this.byKey.statusAt(stretch.at) !== RowStatus.effective) continue;
      const known = claimed.get(stretch.worker);
      if (!known) claimed.set(stretch.worker, [stretch]);
      else if (known.some((other) => contradict(other, stretch))) this.byKey.markContradicting(stretch.at);
      else known.push(stretch);
    }
    return this.byKey.resolution();
  }
}

/**
 * Whether two rows cannot both be right. A later row takes over from one without an end, and a last day that is
 * also the first one of the next row is handed over.
 */
function contradict(one: Stretch, other: Stretch): boolean {
  const [earlier, later] = one.first <= other.first ? [one, other] : [other, one];
  if (earlier.last === Infinity || earlier.last <= later.first) return false;
  return !mayHoldBoth(earlier.terms, later.terms);
}

function termsOf(value: (name: string) => string | number | null, dictionaries: Dictionaries): JobTerms {
  const workerType = (value('worker_type') as string | null) ?? UNKNOWN_CODE;
  const codes = Object.entries({ site: value('site'), unit: value('unit'), job: value('job_code') });
  return {
    entity: (value('entity') as string | null) ?? UNKNOWN_CODE,
    isContract: dictionaries.workerClass(workerType) === 'external',
    isFullTime: isFullTime(workerType, value('fte') as number | null),
    position: value('position_id') as string | null,
    codes: Object.fromEntries(codes.filter((entry): entry is [string, string] => entry[1] !== null)),
  };
}
