import { jackknifeInterval } from '../../../stats/jackknife.ts';
import { mantelHaenszelRatio } from '../../../stats/mantel-haenszel.ts';
import type { AlignmentFacts, ShiftCell } from '../facts/facts.ts';
import { isOwn } from '../heads-of.ts';

/** What outside hours have to do with the pattern of a shift. */
export type PatternChange = {
  /** Outside share of shifts in the model's patterns ÷ that of the own ones, within the same unit and job. */
  ratio: number;
  /** 95 % interval of the ratio, leaving out one week after another. */
  lower: number;
  upper: number;
  /** Units that have worked both ways. */
  units: number;
  /** What outside hours cost more over the window if shifts had the model's patterns; negative where they save. */
  money: number;
};

const CONFIDENCE = 0.95;
/** Fewer weeks do not tell a change from a busy fortnight. */
const FEWEST_WEEKS = 8;

/** Shifts of one unit and job in one week: how much of them was worked in either kind of pattern, and how much by outside workers. */
type WeekSums = { own: number; ownOutside: number; model: number; modelOutside: number };

/**
 * What giving shifts the model's patterns would change in outside hours, and in what they cost beyond own hours.
 *
 * `surplus` is the share of a shift's pattern that would have to move to another for the model's mix: 0 where the model
 * has as much of it or more, null where the model has no like work. Patterns with a surplus are held against those
 * without within the same unit and job; what moves is priced at the excess of outside over loaded own hours of its job.
 * null where no unit has worked both ways, the weeks are too few, or nothing prices outside hours.
 */
export function patternChange(
  facts: AlignmentFacts,
  surplus: (cell: ShiftCell) => number | null,
): PatternChange | null {
  const cells = facts.shifts.flatMap((cell) => {
    const moves = isOwn(facts, cell) ? surplus(cell) : null;
    return moves === null ? [] : [{ cell, moves }];
  });
  const evidence = weeksOf(cells);
  const weeks = [...new Set([...evidence.values()].flatMap((sums) => [...sums.keys()]))].sort((a, b) => a - b);
  if (evidence.size === 0 || weeks.length < FEWEST_WEEKS) return null;
  const ratioWithout = (left: number | null) =>
    mantelHaenszelRatio([...evidence.values()].map((sums) => pooled(sums, left)));
  const ratio = ratioWithout(null);
  const money = ratio === null ? null : moneyOf(facts, cells, ratio);
  if (ratio === null || ratio === 0 || money === null) return null;
  // Ratios are symmetrical on a scale of logarithms.
  const interval = jackknifeInterval(Math.log(ratio), {
    clusters: weeks.length,
    without: (at) => logOf(ratioWithout(weeks[at])),
    confidence: CONFIDENCE,
  });
  if (interval === null) return null;
  return { ratio, lower: Math.exp(interval.lower), upper: Math.exp(interval.upper), units: evidence.size, money };
}

/** Whether chance does not explain that outside hours follow the pattern. */
export function isDetected({ lower, upper }: PatternChange): boolean {
  return upper < 1 || lower > 1;
}

function logOf(ratio: number | null): number | null {
  return ratio === null || ratio === 0 ? null : Math.log(ratio);
}

/** Sums by week of every unit and job that has worked both kinds of pattern. */
function weeksOf(cells: readonly { cell: ShiftCell; moves: number }[]): Map<string, Map<number, WeekSums>> {
  const groups = new Map<string, Map<number, WeekSums>>();
  for (const { cell, moves } of cells) {
    const key = JSON.stringify([cell.place, cell.unit, cell.job]);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = new Map()));
    for (const { week, worked, outside } of cell.weeks) {
      let sums = group.get(week);
      if (!sums) group.set(week, (sums = { own: 0, ownOutside: 0, model: 0, modelOutside: 0 }));
      if (moves > 0) {
        sums.own += worked;
        sums.ownOutside += outside;
      } else {
        sums.model += worked;
        sums.modelOutside += outside;
      }
    }
  }
  return new Map(
    [...groups].filter(([, group]) => {
      const { atRisk, otherAtRisk } = pooled(group, null);
      return atRisk > 0 && otherAtRisk > 0;
    }),
  );
}

function pooled(group: ReadonlyMap<number, WeekSums>, without: number | null) {
  const stratum = { events: 0, atRisk: 0, otherEvents: 0, otherAtRisk: 0 };
  for (const [week, { own, ownOutside, model, modelOutside }] of group) {
    if (week === without) continue;
    stratum.events += modelOutside;
    stratum.atRisk += model;
    stratum.otherEvents += ownOutside;
    stratum.otherAtRisk += own;
  }
  return stratum;
}

/** Job by job: the excess cost of outside hours × the share of them that would move × what moving does to them. */
function moneyOf(
  facts: AlignmentFacts,
  cells: readonly { cell: ShiftCell; moves: number }[],
  ratio: number,
): number | null {
  const excess = facts.outsideExcess();
  const outsideOf = ({ weeks }: ShiftCell) => weeks.reduce((sum, { outside }) => sum + outside, 0);
  const all = new Map<string, number>();
  for (const cell of facts.shifts)
    if (isOwn(facts, cell) && cell.job !== null) all.set(cell.job, (all.get(cell.job) ?? 0) + outsideOf(cell));
  const priced = cells.flatMap(({ cell, moves }) => {
    const price = cell.job === null ? undefined : excess.get(cell.job);
    const outside = outsideOf(cell);
    return price === undefined || outside === 0 ? [] : [(price * moves * outside) / all.get(cell.job!)!];
  });
  return priced.length === 0 ? null : priced.reduce((sum, one) => sum + one, 0) * (ratio - 1);
}
