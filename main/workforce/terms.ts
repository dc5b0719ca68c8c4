import type { Segment } from './spell.ts';

/** Place, job and terms that a row states: what a segment carries beside its days. Equal terms are one object. */
export type Terms = Omit<Segment, 'first' | 'last' | 'source'> & {
  entity: string;
  /** Paid by invoice: a contract, not employment. */
  isContract: boolean;
  /** The whole of somebody's working time: a second such row at the same time contradicts it. */
  isFullTime: boolean;
};

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
