import { groupBy } from './group-by.ts';
import type { Rng } from './rng.ts';
import type { Holding } from './seats.ts';
import { CLOSE, MOVES } from './story.ts';

/** Someone who is in two holdings: the later one is renamed after the earlier. */
export type Move = { kind: 'transfer' | 'conversion'; from: Holding; to: Holding };

export type Moves = {
  holdings: Holding[];
  moves: Move[];
  /** The id under which a worker id as it was first given is now known. */
  nameOf: (worker: string) => string;
};

/** What HR writes where someone goes on under the same id. */
const REASONS: Readonly<Record<Move['kind'], string>> = { transfer: 'Transfer', conversion: 'Converted to employee' };
/** Longest time between a contract and the employment that follows from it. */
const DAYS_TO_EMPLOYMENT = 60;

/**
 * Makes one person of two where one left and another began next: transfers between entities without a day between,
 * and contractors who are employed in the job and unit of their contract.
 */
export function moveAround(holdings: readonly Holding[], rng: Rng): Moves {
  const once = countedOnce(holdings);
  const taken = new Set<string>();
  const choose = (kind: Move['kind'], fits: (from: Holding, to: Holding) => boolean, wanted: number) => {
    const found = pairs(kind, once, fits);
    return Array.from({ length: wanted }, (): Move => {
      const free = found.filter(({ from, to }) => !taken.has(from.worker) && !taken.has(to.worker));
      const move = rng.pick(free);
      taken.add(move.from.worker).add(move.to.worker);
      return move;
    });
  };
  const chosen = [
    ...choose('transfer', betweenOldEntities, MOVES.transfers),
    ...choose('transfer', acrossTheClose, MOVES.transfersAcrossTheClose),
    ...choose('conversion', intoEmployment, MOVES.conversions),
  ];
  const moved = new Map<Holding, Holding>();
  const moves = chosen.map(({ kind, from, to }) => {
    const move = { kind, from: { ...from, reason: REASONS[kind] }, to: renamed(kind, from, to) };
    moved.set(from, move.from).set(to, move.to);
    return move;
  });
  const names = new Map(chosen.map(({ from, to }) => [to.worker, from.worker]));
  return {
    holdings: holdings.map((holding) => moved.get(holding) ?? holding),
    moves,
    nameOf: (worker) => names.get(worker) ?? worker,
  };
}

/** Holdings of people who have no other, so that no one comes back under two names. */
function countedOnce(holdings: readonly Holding[]): Holding[] {
  const counts = new Map<string, number>();
  for (const { worker } of holdings) counts.set(worker, (counts.get(worker) ?? 0) + 1);
  return holdings.filter(({ worker, type }) => counts.get(worker) === 1 && type !== 'per_diem');
}

function pairs(
  kind: Move['kind'],
  holdings: readonly Holding[],
  fits: (from: Holding, to: Holding) => boolean,
): Move[] {
  const byJob = groupBy(holdings, ({ seat }) => seat.job);
  return holdings.flatMap((to) =>
    (byJob.get(to.seat.job) ?? []).filter((from) => fits(from, to)).map((from): Move => ({ kind, from, to })),
  );
}

function isTransfer(from: Holding, to: Holding): boolean {
  const own = from.supplier === null && to.supplier === null;
  return own && from.end === to.start - 1 && from.seat.unit.entity !== to.seat.unit.entity;
}

function isAtBayside({ seat }: Holding): boolean {
  return seat.unit.entity === 'Bayside';
}

function betweenOldEntities(from: Holding, to: Holding): boolean {
  return isTransfer(from, to) && !isAtBayside(from) && !isAtBayside(to);
}

function acrossTheClose(from: Holding, to: Holding): boolean {
  return isTransfer(from, to) && (isAtBayside(from) || isAtBayside(to)) && to.start > CLOSE;
}

function intoEmployment(from: Holding, to: Holding): boolean {
  if (from.supplier === null || from.type !== 'agency' || to.supplier !== null || from.end === null) return false;
  const days = to.start - from.end;
  return from.seat.unit === to.seat.unit && days > 0 && days <= DAYS_TO_EMPLOYMENT;
}

function renamed(kind: Move['kind'], from: Holding, to: Holding): Holding {
  return { ...to, worker: from.worker, firstHired: kind === 'transfer' ? from.firstHired : to.start };
}
