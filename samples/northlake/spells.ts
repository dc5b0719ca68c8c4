import { END } from './calendar.ts';
import { groupBy } from './group-by.ts';
import type { Move } from './moves.ts';
import type { Holding } from './seats.ts';

/**
 * One stay of one employee in the system: holdings that follow each other by transfer, or by rehire within ninety days.
 * Per diem staff and outside workers have none.
 */
export type Spell = {
  worker: string;
  holdings: Holding[];
  entry: 'hire' | 'conversion';
  start: number;
  /** Last day in post; null while in post on 30 September 2026. */
  end: number | null;
};

const BRIDGED_DAYS = 90;

/** Spells in the order in which they began. */
export function spellsOf(holdings: readonly Holding[], moves: readonly Move[]): Spell[] {
  const converted = new Set(moves.filter(({ kind }) => kind === 'conversion').map(({ to }) => to));
  const counted = holdings.filter(isInHeadline).toSorted((a, b) => a.start - b.start);
  const spells: Spell[] = [];
  for (const [worker, own] of groupBy(counted, (holding) => holding.worker)) {
    let spell: Spell | null = null;
    for (const holding of own) {
      if (spell && spell.end !== null && holding.start - spell.end <= BRIDGED_DAYS) {
        spell.holdings.push(holding);
        spell.end = holding.end;
      } else {
        const entry = converted.has(holding) ? 'conversion' : 'hire';
        spell = { worker, holdings: [holding], entry, start: holding.start, end: holding.end };
        spells.push(spell);
      }
    }
  }
  return spells.toSorted((a, b) => a.start - b.start);
}

/** Employees in the headline of turnover: own staff, without per diem. */
export function isInHeadline({ supplier, type }: Holding): boolean {
  return supplier === null && type !== 'per_diem';
}

/** In post on a day; the last day in post counts. */
export function isInPost({ start, end }: Pick<Holding, 'start' | 'end'>, day: number): boolean {
  return start <= day && (end === null || end >= day);
}

export function isInPostAtEnd(holding: Holding): boolean {
  return isInPost(holding, END);
}
