import { confidenceBand } from './confidence-band.ts';
import type { IntervalOptions } from './confidence-band.ts';
import { incidenceError } from './incidence-error.ts';
import { riskTables } from './risk-tables.ts';
import type { RiskTable } from './risk-table.ts';
import { placeSpells } from './spells-by-step.ts';
import type { SpellsByStep } from './spells-by-step.ts';

/** Spells (entry, exit] that end in one of several ways. */
export interface CompetingSpells {
  entry: ArrayLike<number>;
  exit: ArrayLike<number>;
  /** 0 where the spell was still going on, else the way it ended, 1 to `causes`. */
  cause: ArrayLike<number>;
  causes: number;
}

/** The share that has left in one way, at each time of the curves. */
export interface Incidence {
  events: Int32Array;
  incidence: Float64Array;
  /** Infinitesimal-jackknife standard error of `incidence`. */
  se: Float64Array;
  /** Pointwise bounds; NaN where they do not exist. */
  lower: Float64Array;
  upper: Float64Array;
}

/** One point per distinct exit time, ascending; incidences and survival add up to 1 at each. */
export interface CompetingCurves {
  time: Float64Array;
  atRisk: Int32Array;
  /** Share still in post, whatever the way out. */
  survival: Float64Array;
  /** One per cause, in order. */
  causes: Incidence[];
}

/**
 * Aalen–Johansen cumulative incidence of competing exits, with delayed entry.
 *
 * Out: shares; a cause that never occurs has incidence 0 throughout, no spells give empty curves.
 * Throws RangeError as `riskTables` does, and naming the spell whose cause is out of range.
 * Source: Aalen and Johansen (1978); R's multi-state `survfit`.
 */
export function aalenJohansen(spells: CompetingSpells, options: IntervalOptions): CompetingCurves {
  const { cause, causes } = spells;
  const { time, atRisk, events: allEvents } = anyExit(spells);
  const survival = new Float64Array(time.length);
  const survivalBefore = new Float64Array(time.length);
  let surviving = 1;
  for (let step = 0; step < time.length; step++) {
    survivalBefore[step] = surviving;
    surviving *= (atRisk[step] - allEvents[step]) / atRisk[step];
    survival[step] = surviving;
  }
  const placed = placeSpells(spells, time);
  const curves = Array.from({ length: causes }, (_, index): Incidence => {
    const way = index + 1;
    const events = countWay(placed, { cause, way });
    let sum = 0;
    const incidence = survivalBefore.map((share, step) => (sum += (share * events[step]) / atRisk[step]));
    const se = incidenceError({ spells: placed, cause, way }, { atRisk, allEvents, events, survivalBefore });
    return { events, incidence, se, ...confidenceBand(incidence, se, options) };
  });
  return { time, atRisk, survival, causes: curves };
}

/** The risk table in which every way out is an event. */
function anyExit({ entry, exit, cause, causes }: CompetingSpells): RiskTable {
  const left = new Uint8Array(cause.length);
  for (let spell = 0; spell < cause.length; spell++) {
    const way = cause[spell];
    if (!Number.isInteger(way) || way < 0 || way > causes) {
      throw new RangeError(`Spell ${spell} ends in way ${way} of ${causes}`);
    }
    left[spell] = way > 0 ? 1 : 0;
  }
  const group = new Uint8Array(exit.length);
  return riskTables({ entry, exit, left, group, groupCount: 1 })[0];
}

/** Exits in one way, by step. */
function countWay(
  { byExit, exitStart }: SpellsByStep,
  { cause, way }: { cause: ArrayLike<number>; way: number },
): Int32Array {
  const counts = new Int32Array(exitStart.length - 1);
  for (let step = 0; step < counts.length; step++) {
    for (let at = exitStart[step]; at < exitStart[step + 1]; at++) {
      if (cause[byExit[at]] === way) counts[step]++;
    }
  }
  return counts;
}
