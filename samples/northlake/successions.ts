import { END, START, lastDay, monthOf } from './calendar.ts';
import { REASONS_TO_DRAW, newcomerRisk, riskOfLeaving } from './leaving.ts';
import type { Rng } from './rng.ts';
import type { Holding, Seat } from './seats.ts';
import { CLOSE, EARLY_LEAVING, POST_CLOSE } from './story.ts';

/** Who held each seat once the planted leavers have left, and who did the work of a worker id as it was first given. */
export type Succession = {
  holdings: Holding[];
  /** The id of whoever did on a day what was booked for `worker`. */
  workerOn: (worker: string, day: number) => string;
};

type Occupant = { worker: string; start: number; firstHired: number };

/** Nobody leaves within two weeks of coming. */
const LEAST_DAYS = 14;

/**
 * Lets people leave earlier where the story says so: in two units, and at Bayside after the close.
 *
 * They leave at a month’s end and a successor takes the seat over the next day at the same pay, so the hours and money
 * of a seat are the same with or without: only names change. Successors leave at the risk of any newcomer.
 */
export function succeed(drawn: readonly Holding[], rng: Rng): Succession {
  const nextId = numbersAfter(drawn);
  const occupants = new Map<string, Occupant[]>();
  const holdings = drawn.flatMap((holding) => {
    if (holding.supplier !== null || holding.type === 'per_diem') return [holding];
    const known = occupants.get(holding.worker) ?? [];
    const back = known.at(-1);
    const first = back ? { ...back, start: holding.start } : occupantOf(holding);
    const stay = occupantsOf(holding, first, nextId, rng.fork(`${holding.worker} from ${holding.start}`));
    occupants.set(holding.worker, [...known, ...stay.map(({ occupant }) => occupant)]);
    return stay.map(({ occupant, leaves }) => ({
      ...holding,
      ...occupant,
      ...(leaves ? { end: leaves.end, reason: leaves.reason } : {}),
    }));
  });
  const workerOn = (worker: string, day: number) =>
    occupants.get(worker)?.findLast(({ start }) => start <= day)?.worker ?? worker;
  return { holdings, workerOn };
}

function occupantOf({ worker, start, firstHired }: Holding): Occupant {
  return { worker, start, firstHired };
}

type Stay = { occupant: Occupant; leaves: { end: number; reason: string } | null };

/** The people of one holding in turn; the last one has the holding’s own end. */
function occupantsOf(holding: Holding, first: Occupant, nextId: (like: string) => string, rng: Rng): Stay[] {
  const stays: Stay[] = [{ occupant: first, leaves: null }];
  const until = holding.end ?? END;
  for (let month = monthOf(Math.max(holding.start, START)); lastDay(month) < until; month++) {
    const stay = stays.at(-1)!;
    const end = lastDay(month);
    if (end - stay.occupant.start < LEAST_DAYS) continue;
    const already = riskOfLeaving(holding.seat, holding.start, month);
    const planned = plannedRisk(holding.seat, stay.occupant.start, month);
    if (!rng.chance(1 - (1 - planned) / (1 - already))) continue;
    stay.leaves = { end, reason: rng.pick(REASONS_TO_DRAW) };
    stays.push({ occupant: { worker: nextId(first.worker), start: end + 1, firstHired: end + 1 }, leaves: null });
  }
  return stays;
}

/** Chance of leaving in a month, with everything planted. */
export function plannedRisk(seat: Seat, hired: number, month: number): number {
  const since = month - POST_CLOSE.fromMonth;
  if (seat.unit.entity === 'Bayside' && since >= 0 && hired < CLOSE)
    return newcomerRisk(seat) * (since < POST_CLOSE.months ? POST_CLOSE.timesNewcomers : 1);
  const factor = EARLY_LEAVING.units.includes(seat.unit.name) ? EARLY_LEAVING.factor : 1;
  return riskOfLeaving(seat, hired, month) * factor;
}

/** Numbers after the highest one given so far, in the series of an id. */
function numbersAfter(holdings: readonly Holding[]): (like: string) => string {
  const highest: Record<string, number> = {};
  for (const { worker } of holdings) highest[worker[0]!] = Math.max(highest[worker[0]!] ?? 0, Number(worker.slice(1)));
  return (like) => {
    const series = like[0]!;
    highest[series] = (highest[series] ?? 0) + 1;
    return `${series}${highest[series]}`;
  };
}
