import { UNKNOWN_CODE } from '../model/dimensions.ts';
import type { Segment } from './spell.ts';

/** Place, job and terms that a row states: what a segment carries beside its days. Equal terms are one object. */
export type Terms = Omit<Segment, 'first' | 'last'> & {
  entity: string;
  /** Paid by invoice: a contract, not employment. */
  isContract: boolean;
  /** The whole of somebody's working time: a second such row at the same time contradicts it. */
  isFullTime: boolean;
};

/** What of terms says whether two jobs may be held at the same time. */
export type JobTerms = Pick<Terms, 'entity' | 'isContract' | 'isFullTime' | 'position' | 'codes'>;

/** Whether a row takes the whole of somebody's working time. */
export function isFullTime(workerType: string, fte: number | null): boolean {
  return workerType === 'employee_full_time' || (workerType === UNKNOWN_CODE && fte !== null && fte >= 1);
}

/** Whether somebody may hold two jobs at the same time, as far as their terms tell. */
export function mayHoldBoth(one: JobTerms, other: JobTerms): boolean {
  if (one.entity !== other.entity || one.isContract !== other.isContract) return true;
  if (one.isFullTime && other.isFullTime) return false;
  return (
    one.position !== other.position ||
    (['site', 'unit', 'job'] as const).some((dimension) => one.codes[dimension] !== other.codes[dimension])
  );
}

/** Terms by what they say. */
export class TermsTable {
  readonly list: Terms[] = [];
  private readonly ids = new Map<string, number>();

  /** Id of the terms that a key stands for; they are built only where the key is new. */
  idOf(key: string, build: () => Terms): number {
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.list.push(build()) - 1;
      this.ids.set(key, id);
    }
    return id;
  }
}
