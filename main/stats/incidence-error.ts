import type { SpellsByStep } from './spells-by-step.ts';

/** A cumulative incidence, one value per step, with the risk sets it comes from. */
export interface IncidenceSteps {
  atRisk: Int32Array;
  /** Exits of any kind, and exits of the kind estimated. */
  allEvents: Int32Array;
  events: Int32Array;
  /** Share in post just before each step. */
  survivalBefore: Float64Array;
}

/**
 * Standard error of a cumulative incidence by the infinitesimal jackknife: the root of the summed
 * squares of what each spell, given a little more weight, would change.
 *
 * With F the incidence and G = Σ events ÷ (at risk × remaining), a spell at risk since step e has
 * influence H − G(e)·F + b(e), and one that has left a + s·F: so sums over the spells in each state
 * give every step's error in one pass, instead of one pass per spell.
 * In: spells placed on the steps, how each ended (0: still in post), and the way out estimated.
 * Out: one error per step.
 * Source: Efron (1982), chapter 6; Therneau, "Methods and formulas" of R's survival.
 */
export function incidenceError(
  { spells, cause, way }: { spells: SpellsByStep; cause: ArrayLike<number>; way: number },
  { atRisk, allEvents, events, survivalBefore }: IncidenceSteps,
): Float64Array {
  const steps = atRisk.length;
  const entryG = new Float64Array(steps);
  const entryB = new Float64Array(steps);
  const present = newSums();
  const gone = newSums();
  const errors = new Float64Array(steps);
  let f = 0;
  let g = 0;
  let h = 0;
  for (let step = 0; step < steps; step++) {
    entryG[step] = g;
    entryB[step] = g * f - h;
    addTo(present, { count: spells.entered[step], g, b: entryB[step] });

    const remaining = atRisk[step] - allEvents[step];
    const perSpell = survivalBefore[step] / atRisk[step];
    h += events[step] * perSpell * (g - 1 / atRisk[step]);
    f += events[step] * perSpell;
    if (remaining > 0) g += allEvents[step] / (atRisk[step] * remaining);

    for (let at = spells.exitStart[step]; at < spells.exitStart[step + 1]; at++) {
      const spell = spells.byExit[at];
      const from = spells.entryStep[spell];
      addTo(present, { count: -1, g: entryG[from], b: entryB[from] });
      const jump = cause[spell] === way ? perSpell : 0;
      const loss = cause[spell] > 0 ? 1 : 0;
      const slope = remaining > 0 ? g - entryG[from] - loss / remaining : 0;
      const influence = h - entryG[from] * f + entryB[from] + jump;
      addTo(gone, { count: 1, g: slope, b: influence - slope * f });
    }
    const inPost =
      present.n * h * h + f * f * present.gg + present.bb + 2 * (h * present.b - h * f * present.g - f * present.gb);
    const left = gone.bb + 2 * f * gone.gb + f * f * gone.gg;
    errors[step] = Math.sqrt(Math.max(0, inPost + left));
  }
  return errors;
}

/** Sums over spells of their slope g and level b, their squares and product. */
interface Sums {
  n: number;
  g: number;
  b: number;
  gg: number;
  gb: number;
  bb: number;
}

function newSums(): Sums {
  return { n: 0, g: 0, b: 0, gg: 0, gb: 0, bb: 0 };
}

function addTo(sums: Sums, { count, g, b }: { count: number; g: number; b: number }): void {
  sums.n += count;
  sums.g += count * g;
  sums.b += count * b;
  sums.gg += count * g * g;
  sums.gb += count * g * b;
  sums.bb += count * b * b;
}
