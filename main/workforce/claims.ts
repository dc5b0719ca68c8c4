import type { Observation } from './observation.ts';
import { NONE, RowKind } from './roster-table.ts';
import type { SortedRows } from './roster-table.ts';
import { mayHoldBoth } from './terms.ts';
import type { Terms } from './terms.ts';

/** A stretch of days with the same terms; `last` is Infinity while it goes on. Rows are positions in the sorted table. */
export type Piece = { first: number; last: number; terms: Terms; rows: { from: number; to: number } };

/** One employment or contract as its rows state it: pieces follow one another without a gap. */
export type Claim = {
  pieces: Piece[];
  isContract: boolean;
  /** Rows with event dates go before snapshots, rosters before assignments. */
  rank: number;
  /** Day from which service counts. */
  serviceFrom: number;
  /** First day on which a row could tell of leaving: the first day, or the first snapshot on which the person was seen. */
  seenFrom: number;
  startAfter: number | null;
  endBefore: number | null;
  /** There on the first snapshot, and no row says since when. */
  isFirstSeen: boolean;
  /** Of a last day that is stated. */
  reason: string | null;
  /** Hired by another organisation, which was acquired on the first day of the claim. */
  isAcquired: boolean;
};

export type ClaimSources = {
  rows: SortedRows;
  terms: readonly Terms[];
  reasons: readonly string[];
  observation: Observation;
};

export function firstOf(claim: Claim): number {
  return claim.pieces[0].first;
}

export function lastOf(claim: Claim): number {
  return claim.pieces.at(-1)!.last;
}

/** What the rows of one person, from one position of the table to another, claim. */
export function claimsOf(sources: ClaimSources, from: number, to: number): Claim[] {
  const { kind } = sources.rows;
  const dated: Claim[] = [];
  const seen: number[] = [];
  for (let row = from; row < to; row++) {
    if (kind[row] === RowKind.snapshot && !hadLeft(sources.rows, row)) seen.push(row);
    else dated.push(datedClaim(sources, row));
  }
  const runs = seen.length === 0 ? [] : [...runsOf(sources, seen, true), ...runsOf(sources, seen, false)];
  return [...takenOver(dated), ...runs.map((run) => endedAsStated(run, dated))];
}

/** Whether a row of a snapshot tells of somebody who had left by then. */
function hadLeft({ day, term, hired }: SortedRows, row: number): boolean {
  return term[row] !== NONE && term[row] < day[row] && hired[row] !== NONE && hired[row] <= term[row];
}

function datedClaim({ rows, terms, reasons }: ClaimSources, row: number): Claim {
  const stated = terms[rows.terms[row]];
  const first = rows.hired[row];
  const original = rows.originallyHired[row];
  return {
    pieces: [
      {
        first,
        last: rows.term[row] === NONE ? Infinity : rows.term[row],
        terms: stated,
        rows: { from: row, to: row + 1 },
      },
    ],
    isContract: stated.isContract,
    rank: rows.kind[row] === RowKind.assignment ? 0 : 2,
    serviceFrom: original === NONE ? first : Math.min(first, original),
    seenFrom: first,
    startAfter: null,
    endBefore: null,
    isFirstSeen: false,
    reason: rows.reason[row] === NONE ? null : reasons[rows.reason[row]],
    isAcquired: false,
  };
}

/**
 * Rows of one entity that cannot be jobs side by side: the later one takes over from an earlier one that has no end,
 * or that ends on the day on which the later one begins.
 */
function takenOver(claims: Claim[]): Claim[] {
  for (const [i, later] of claims.entries()) {
    for (const earlier of claims.slice(0, i)) {
      const [piece, next] = [earlier.pieces[0], later.pieces[0]];
      if (piece.last < next.first || (piece.last < Infinity && piece.last !== next.first)) continue;
      if (earlier.rank === 2 && later.rank === 2 && !mayHoldBoth(piece.terms, next.terms)) piece.last = next.first - 1;
    }
  }
  return claims.filter((claim) => firstOf(claim) <= lastOf(claim));
}

/** Runs of snapshots on which somebody was seen: of employment or of contracts. */
function runsOf(sources: ClaimSources, seen: readonly number[], isContract: boolean): Claim[] {
  const { rows, terms, observation } = sources;
  const runs: Claim[] = [];
  let run: Claim | null = null;
  let days: readonly number[] = [];
  let last = NONE;
  for (const row of seen) {
    const stated = terms[rows.terms[row]];
    if (stated.isContract !== isContract) continue;
    const day = rows.day[row];
    if (run && day === last) {
      keepMainJob(run, stated, row);
      continue;
    }
    if (run && nextAfter(days, last) < day) {
      closeRun(run, last, nextAfter(days, last));
      run = null;
    }
    days = observation.snapshotsOf(stated.entity);
    if (!run) runs.push((run = openRun(sources, row, days)));
    else continueRun(run, stated, row, day);
    last = day;
    if (rows.term[row] !== NONE && rows.term[row] >= day) {
      run.pieces.at(-1)!.last = rows.term[row];
      run.reason = rows.reason[row] === NONE ? null : sources.reasons[rows.reason[row]];
    }
  }
  if (run && lastOf(run) === Infinity) {
    const next = nextAfter(days, last);
    if (next < Infinity) closeRun(run, last, next);
  }
  return runs;
}

function openRun({ rows, terms }: ClaimSources, row: number, days: readonly number[]): Claim {
  const [day, hired, original] = [rows.day[row], rows.hired[row], rows.originallyHired[row]];
  const before = days.findLast((other) => other < day) ?? null;
  const isDated = hired !== NONE && hired <= day && (before === null || hired > before);
  const first = isDated ? hired : day;
  const known = [first, hired, original].filter((one) => one !== NONE);
  const stated = terms[rows.terms[row]];
  return {
    pieces: [{ first, last: Infinity, terms: stated, rows: { from: row, to: row + 1 } }],
    isContract: stated.isContract,
    rank: 1,
    serviceFrom: Math.min(...known),
    seenFrom: day,
    startAfter: isDated ? null : before,
    endBefore: null,
    isFirstSeen: !isDated && (before === null || (hired !== NONE && hired <= before)),
    reason: null,
    isAcquired: false,
  };
}

function continueRun(run: Claim, stated: Terms, row: number, day: number): void {
  const piece = run.pieces.at(-1)!;
  // Whoever is seen has not left, whatever an earlier snapshot expected.
  piece.last = Infinity;
  run.reason = null;
  if (piece.terms === stated) {
    piece.rows.to = row + 1;
    return;
  }
  piece.last = day - 1;
  run.pieces.push({ first: day, last: Infinity, terms: stated, rows: { from: row, to: row + 1 } });
}

/** Of several rows of one person and snapshot the one with the greatest FTE is the main job; all stand beneath it. */
function keepMainJob(run: Claim, stated: Terms, row: number): void {
  const piece = run.pieces.at(-1)!;
  if ((stated.fte ?? 0) > (piece.terms.fte ?? 0)) piece.terms = stated;
  piece.rows.to = row + 1;
}

function closeRun(run: Claim, last: number, endBefore: number): void {
  const piece = run.pieces.at(-1)!;
  if (piece.last < Infinity) return;
  piece.last = last;
  run.endBefore = endBefore;
}

/** A run whose end a later row states is over on that day. */
function endedAsStated(run: Claim, dated: readonly Claim[]): Claim {
  if (run.endBefore === null) return run;
  const piece = run.pieces.at(-1)!;
  const stated = dated.find((claim) => lastOf(claim) >= piece.last && lastOf(claim) < run.endBefore!);
  if (!stated) return run;
  piece.last = lastOf(stated);
  return { ...run, endBefore: null, reason: stated.reason };
}

function nextAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle] > day) high = middle;
    else low = middle + 1;
  }
  return days[low] ?? Infinity;
}
